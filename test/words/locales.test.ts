import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { identityErrors } from '../../src/identity/errors.js';
import { makeSmsTexts, segmentLength, type SmsTexts } from '../../src/sms/texts.js';
import { loadWords } from '../../src/words/load-words.js';
import { locales, type Locale } from '../../src/words/words.js';
import { readLocaleFiles, type Sentence } from './locale-files.js';
import { anywhere, inPersian, type Misspelling } from './spelling.js';
import { unusedWords } from './unused-words.js';

const folder = new URL('../../locales/', import.meta.url);
const { sentences, unreadable } = readLocaleFiles(folder);
const words = loadWords(fileURLToPath(folder));

const of = (locale: Locale): Sentence[] => sentences.filter((sentence) => sentence.locale === locale);

/** An outcome or event, and the names of its fields, as its contract writes them. */
interface Kind {
  kind: string;
  fields: string[];
}

function kindsIn(contract: string): Kind[] {
  const text = readFileSync(new URL(`../../src/reset/${contract}`, import.meta.url), 'utf8');
  return Array.from(text.matchAll(/kind: '([a-z-]+)'([^}]*)\}/g), ([, kind = '', rest = '']) => ({
    kind,
    fields: Array.from(rest.matchAll(/(\w+): /g), ([, field = '']) => field),
  }));
}

/** A dialogue waits for these, and says what follows from them. */
const unsaid = ['portal-account', 'mobile-owner'];

const kinds = [...kindsIn('outcomes.ts'), ...kindsIn('ports.ts')].filter(
  ({ kind }) => !unsaid.includes(kind),
);

/** What every sentence of the bot may use besides: the house, and the time left until a moment. */
const givenToAll = (fields: string[]): string[] => [
  ...['brand', 'support'],
  ...fields.filter((field) => field.endsWith('At')).map((field) => field.replace(/At$/, 'In')),
];

/** Or the mark that stands for such a letter where there is none. */
const isPersian = (letter: string): boolean => /[\p{Script=Arabic}\u200f]/u.test(letter);

/**
 * A messenger turns each line by its first letter, and does not look into what stands between isolating marks, as every
 * blank does. A line without a letter of its own would begin at the left; one without any Persian may, and one that is a
 * single blank.
 */
function runsFromRight(line: string): boolean {
  const own = withoutInside(line);
  const letters = own.match(/[\p{L}\u200f]/gu) ?? [];
  const mixed = own !== line || letters.some(isPersian);
  const isOneBlank = own.trim() === blank || own.trim() === '';
  return !mixed || isOneBlank || isPersian(letters[0] ?? '');
}

const blank = '\u0000';

/** With one sign for each blank, whatever stands in it. */
function withoutInside(line: string): string {
  const outer = line.replace(/\u2068[^\u2068\u2069]*\u2069/g, blank);
  return outer === line ? line : withoutInside(outer);
}

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
  it.each(kinds)('the outcome $kind, from what it knows', ({ kind, fields }) => {
    const known = [...fields, ...givenToAll(fields)];
    for (const locale of locales) {
      const [said] = of(locale).filter(({ key }) => key === kind);
      expect(said?.blanks.filter((blank) => !known.includes(blank))).toEqual([]);
    }
  });

  it.each(identityErrors)('the refusal %s, from what was typed', (error) => {
    const typed = /-too-(short|long)$/.test(error) ? ['typed'] : [];
    const wanted = /^(code|mobile)-too-/.test(error) ? ['wanted'] : [];
    const known = [...typed, ...wanted, ...givenToAll([])];
    for (const locale of locales) {
      const [said] = of(locale).filter(({ key }) => key === error);
      expect(said?.blanks.filter((blank) => !known.includes(blank))).toEqual([]);
    }
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

  it.each(unusedWords)('in Persian: $rule', (habit) => {
    // The names that columns of an insurer's file may bear are theirs, and nobody reads them here.
    const read = of('fa').filter(({ key }) => !key.endsWith('-also'));
    expect(misspelt(habit, read, ({ texts }) => texts)).toEqual([]);
  });

  it('in Persian: every line runs from right to left, whatever fills its blanks', () => {
    const turned = of('fa').flatMap(({ key, blanks }) => {
      const said = words.say('fa', key, Object.fromEntries(blanks.map((blank) => [blank, 1])));
      return said.split('\n').flatMap((line) => (runsFromRight(line) ? [] : [`${key}: ${line}`]));
    });
    expect(turned).toEqual([]);
  });
});

describe('a text message fits one segment of 70 characters', () => {
  const insurers = { 'the usual name': 'بیمه نوین', 'the longest name': 'م'.repeat(40) };
  const kinds: [string, (texts: SmsTexts) => string][] = [
    ['a code for Telegram', (texts) => texts.code({ code: '88888', platform: 'telegram' })],
    ['a code for Bale', (texts) => texts.code({ code: '88888', platform: 'bale' })],
    ['the notice of a recovery', (texts) => texts.notice({ notice: 'reset' })],
    ['the notice of another number', (texts) => texts.notice({ notice: 'number-changed' })],
    ['a test message', (texts) => texts.notice({ notice: 'test' })],
    ['the notice of wrong codes', (texts) => texts.notice({ notice: 'wrong-codes' })],
  ];

  describe.each(Object.entries(insurers))('with %s of an insurer', (_, brand) => {
    it.each(kinds)('%s, and begins with the name', (_kind, write) => {
      const text = write(makeSmsTexts({ words, brand, support: '021-88888888' }));
      expect(text.length).toBeLessThanOrEqual(segmentLength);
      expect(text.startsWith(brand)).toBe(true);
    });
  });
});
