import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cast } from '../../../playground/cast.js';
import { platformNames } from '../../../src/platforms.js';

const folder = new URL('../../../playground/page/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const wordsText = read('words.fa.js');
const modules = readdirSync(folder).filter((name) => name.endsWith('.js') && name !== 'words.fa.js');

describe('the words of the page', () => {
  it('are all in one place', () => {
    const elsewhere = modules.filter((name) =>
      /['"`>][^'"`\n]*[\u0621-\u064a][^'"`\n]*['"`<]/.test(read(name)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('are all there, and all used', () => {
    const used = new Set(
      modules.flatMap((name) => [...read(name).matchAll(/words\.(?!fa\b)(\w+)/g)].map(([, word]) => word)),
    );
    const written = new Set([...wordsText.matchAll(/^ {2}(\w+):/gm)].map(([, word]) => word));
    expect([...used].filter((word) => !written.has(word))).toEqual([]);
    expect([...written].filter((word) => !used.has(word))).toEqual([]);
  });

  it('say of everybody in the cast why they are in it', () => {
    const untold = cast.filter(({ role }) => !new RegExp(`^ {4}${role}: '`, 'm').test(wordsText));
    expect(untold).toEqual([]);
  });

  it.each(platformNames)('name %s, which has colours of its own', (messenger) => {
    expect(wordsText).toMatch(new RegExp(`^ {2}messengers: \\{.*\\b${messenger}: '`, 'm'));
    const ground = read('style/ground.css');
    expect(ground.split(`body[data-messenger='${messenger}'] {`)).toHaveLength(3);
  });

  it('are written as the Academy writes', () => {
    expect(wordsText).not.toMatch(/[يكة]/);
    expect(wordsText).not.toMatch(/(^|[\s«])ن?می [\u0621-\u06cc]/m);
    expect(wordsText).not.toMatch(/[\u0621-\u06cc] (ها|های|هایی)\b/);
  });
});
