import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cast, staffCast } from '../../../playground/cast.js';
import { platformNames } from '../../../src/platforms.js';
import { anywhere, inPersian } from '../../words/spelling.js';

type Words = { [key: string]: unknown };

const folder = new URL('../../../playground/page/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const wordsIn = async (name: string): Promise<Words> =>
  ((await import(new URL(name, folder).href)) as { words: Words }).words;
const [persian, english] = [await wordsIn('words.fa.js'), await wordsIn('words.en.js')];
const modules = readdirSync(folder).filter((name) => name.endsWith('.js') && !name.startsWith('words.'));

/** Every sentence by its path, with `۵` in the place of what is filled in. */
function sentences(words: Words, above = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, said]): [string, string][] => {
    const path = `${above}${key}`;
    if (typeof said === 'function')
      return [[path, String((said as (...filled: string[]) => string)('۵', '۵'))]];
    return typeof said === 'object' && said !== null
      ? sentences(said as Words, `${path}.`)
      : [[path, typeof said === 'string' ? said : '']];
  });
}

const paths = (words: Words) => sentences(words).map(([path]) => path);

describe('the words of the page', () => {
  it('are all in one place', () => {
    const elsewhere = modules.filter((name) =>
      /['"`>][^'"`\n]*[\u0621-\u064a][^'"`\n]*['"`<]/.test(read(name)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('are all there, and all used', () => {
    const used = new Set(
      modules.flatMap((name) => [...read(name).matchAll(/\bwords\.(?!js\b)(\w+)/g)].map(([, word]) => word)),
    );
    const written = new Set(Object.keys(persian));
    expect([...used].filter((word) => !written.has(word ?? ''))).toEqual([]);
    expect([...written].filter((word) => !used.has(word))).toEqual([]);
  });

  it('are the same in both languages', () => {
    expect(paths(english)).toEqual(paths(persian));
  });

  it('are in English on the page in English, but for the button that leads back', () => {
    const foreign = sentences(english).filter(([, said]) => /[\u0621-\u06cc]/.test(said));
    expect(foreign.map(([path]) => path)).toEqual(['otherLanguage']);
  });

  it('say of everybody in the cast why they are in it', () => {
    const told = Object.keys(persian.stories as Words);
    expect([...cast, ...staffCast].map(({ role }) => role).filter((role) => !told.includes(role))).toEqual(
      [],
    );
  });

  it.each(platformNames)('name %s, which has colours of its own', (messenger) => {
    expect(persian.messengers).toHaveProperty(messenger);
    const ground = read('style/ground.css');
    expect(ground.split(`body[data-messenger='${messenger}'] {`)).toHaveLength(3);
  });

  it('are spelt and chosen as those of the bot', () => {
    const faults = sentences(persian).flatMap(([path, said]) =>
      [...anywhere, ...inPersian]
        .filter(({ pattern }) => pattern.test(said))
        .map(({ rule }) => `${path}: ${rule}`),
    );
    expect(faults).toEqual([]);
  });
});
