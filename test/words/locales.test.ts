import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { identityErrors } from '../../src/identity/errors.js';
import { loadWords } from '../../src/words/load-words.js';
import { locales, type Locale } from '../../src/words/words.js';
import { readLocaleFiles, type Sentence } from './locale-files.js';
import { anywhere, inPersian, type Misspelling } from './spelling.js';

const folder = new URL('../../locales/', import.meta.url);
const { sentences, unreadable } = readLocaleFiles(folder);
const words = loadWords(fileURLToPath(folder));

const of = (locale: Locale): Sentence[] => sentences.filter((sentence) => sentence.locale === locale);

/** The kinds of the outcomes and events in a file of contracts. */
function kindsIn(contract: string): string[] {
  const text = readFileSync(new URL(`../../src/reset/${contract}`, import.meta.url), 'utf8');
  return Array.from(text.matchAll(/kind: '([a-z-]+)'/g), ([, kind]) => kind ?? '');
}

/** A dialogue waits for this one, and says what follows from it. */
const unsaid = new Set(['portal-account']);

const kinds = [...new Set([...kindsIn('outcomes.ts'), ...kindsIn('ports.ts')])].filter(
  (kind) => !unsaid.has(kind),
);

describe('the locale files', () => {
  it('are Fluent to the last line', () => {
    expect(unreadable).toEqual([]);
  });

  it('have the same sentences in both languages', () => {
    const keys = (locale: Locale) =>
      of(locale)
        .map(({ key }) => key)
        .sort();
    expect(keys('en')).toEqual(keys('fa'));
  });

  it('have the same blanks in both languages', () => {
    const blanks = (locale: Locale) => Object.fromEntries(of(locale).map(({ key, blanks }) => [key, blanks]));
    expect(blanks('en')).toEqual(blanks('fa'));
  });

  it.each(locales)('can be said, every one, in %s', (locale) => {
    for (const { key, blanks } of of(locale)) {
      const filled = Object.fromEntries(blanks.map((blank) => [blank, 1_760_000_000_000]));
      expect(words.say(locale, key, filled).trim()).not.toBe('');
    }
  });
});

describe('whatever can happen has words', () => {
  it.each(kinds)('the outcome %s', (kind) => {
    for (const locale of locales)
      expect({ locale, said: words.has(locale, kind) }).toEqual({ locale, said: true });
  });

  it.each(identityErrors)('the refusal %s', (error) => {
    for (const locale of locales)
      expect({ locale, said: words.has(locale, error) }).toEqual({ locale, said: true });
  });
});

describe('every sentence is spelled well', () => {
  const misspelt = (
    { pattern }: Misspelling,
    where: readonly Sentence[],
    part: (one: Sentence) => string[],
  ) =>
    where.flatMap((sentence) =>
      part(sentence)
        .filter((text) => pattern.test(text))
        .map((text) => `${sentence.locale} ${sentence.key}: ${text}`),
    );

  it.each(anywhere)('$rule', (habit) => {
    expect(misspelt(habit, sentences, ({ texts, examples }) => [...texts, ...examples])).toEqual([]);
  });

  it.each(inPersian)('in Persian: $rule', (habit) => {
    expect(misspelt(habit, of('fa'), ({ texts }) => texts)).toEqual([]);
  });
});

describe('a text message fits one segment of 70 characters', () => {
  const messengers = sentences
    .filter(({ locale, key }) => locale === 'fa' && key.startsWith('sms-messenger-'))
    .map(({ key }) => words.plain('fa', key));
  const longest = {
    code: '88888',
    minutes: 10,
    support: '021-88888888',
    messenger: messengers.sort((one, other) => other.length - one.length)[0] ?? '',
  };

  it.each(['sms-code', 'sms-notice-reset', 'sms-notice-wrong-codes'])('%s', (key) => {
    expect(words.plain('fa', key, longest).length).toBeLessThanOrEqual(70);
  });
});
