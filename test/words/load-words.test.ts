import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWords } from '../../src/words/load-words.js';

/** What keeps a blank from being turned round, before and after it. */
const [open, close] = ['\u2068', '\u2069'];

/** One minute after midnight of 1 Farvardin 1405 in Tehran; still the day before in UTC. */
const newYear = new Date('2026-03-20T20:31:00Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, ...lines: string[]) =>
  writeFileSync(join(folder, file), lines.join('\n') + '\n');

/** Words with one sentence, `it`, in both languages. */
function wordsFor(sentence: string) {
  write('member.fa.ftl', `it = ${sentence}`);
  write('member.en.ftl', `it = ${sentence}`);
  return loadWords(folder);
}

describe('numbers', () => {
  it.each([
    [0, '۰', '0'],
    [5, '۵', '5'],
    [1405, '۱۴۰۵', '1405'],
    [1_234_567, '۱۲۳۴۵۶۷', '1234567'],
  ])('%i has the digits of its language, and no marks between thousands', (n, fa, en) => {
    const words = wordsFor('{ $n }');
    expect(words.say('fa', 'it', { n })).toBe(fa);
    expect(words.say('en', 'it', { n })).toBe(en);
  });

  it('choose between one and many', () => {
    const words = wordsFor('{ $n ->\n  [one] one\n *[other] many\n }');
    expect([1, 2, 1_000].map((n) => words.plain('en', 'it', { n }))).toEqual(['one', 'many', 'many']);
  });

  it('keep Latin digits where somebody copies', () => {
    const words = wordsFor('{ LATIN($n) }');
    expect(words.say('fa', 'it', { n: 310001 })).toBe('310001');
    expect(words.say('fa', 'it', { n: '۰۹۱۲•••••۸۹' })).toBe('0912•••••89');
  });
});

describe('moments', () => {
  it.each([
    ['DAY', '۱ فروردین ۱۴۰۵', '1 Farvardin 1405'],
    ['CLOCK', '۰۰:۰۱', '00:01'],
    ['DAYTIME', '۱ فروردین ۱۴۰۵ ساعت ۰۰:۰۱', '1 Farvardin 1405 at 00:01'],
  ])('read in the Jalali calendar and Tehran’s time: %s', (form, fa, en) => {
    const words = wordsFor(`{ ${form}($at) }`);
    for (const at of [newYear, newYear.getTime()]) {
      expect(words.say('fa', 'it', { at })).toBe(fa);
      expect(words.say('en', 'it', { at })).toBe(en);
    }
  });

  it('without a form read as day and time', () => {
    const words = wordsFor('{ $at }');
    expect(words.say('fa', 'it', { at: newYear })).toBe('۱ فروردین ۱۴۰۵ ساعت ۰۰:۰۱');
    expect(words.say('en', 'it', { at: newYear })).toBe('1 Farvardin 1405 at 00:01');
  });

  it('know leap years and the long night of the year’s end', () => {
    const words = wordsFor('{ DAY($at) } { CLOCK($at) }');
    const lastMinute = new Date('2025-03-20T20:29:00Z');
    expect(words.plain('fa', 'it', { at: lastMinute })).toBe('۳۰ اسفند ۱۴۰۳ ۲۳:۵۹');
  });

  it.each([
    ['SECONDS', 59_001, '۶۰'],
    ['MINUTES', 60_000, '۱'],
    ['MINUTES', 60_001, '۲'],
    ['HOURS', 86_400_000, '۲۴'],
    ['MINUTES', -5, '۰'],
  ])('%s of %i ms count begun units as whole ones', (unit, ms, fa) => {
    expect(wordsFor(`{ ${unit}($ms) }`).say('fa', 'it', { ms })).toBe(fa);
  });
});

describe('blanks', () => {
  it('are kept from being turned round by the sentence about them', () => {
    const words = wordsFor('شمارهٔ { $mobile }');
    expect(words.say('fa', 'it', { mobile: '0912•••••89' })).toBe(`شمارهٔ ${open}0912•••••89${close}`);
  });

  it('carry no marks in an SMS', () => {
    const words = wordsFor('کد { $code }، { $n } دقیقه');
    expect(words.plain('fa', 'it', { code: '01234', n: 5 })).toBe('کد 01234، ۵ دقیقه');
  });
});

describe('commands', () => {
  it('are kept as they are typed where the line runs from right to left', () => {
    const words = wordsFor('اگر خواستید /reset را، یا /audit verify را بفرستید: { $command }');
    expect(words.say('fa', 'it', { command: '/help' })).toBe(
      `اگر خواستید ${open}/reset${close} را، یا ${open}/audit verify${close} را بفرستید: ${open}/help${close}`,
    );
  });

  it('need no marks where it does not, and carry none in an SMS', () => {
    const words = wordsFor('send /reset or /audit verify');
    expect(words.say('en', 'it')).toBe('send /reset or /audit verify');
    expect(words.plain('fa', 'it')).toBe('send /reset or /audit verify');
  });
});

describe('what is missing is met by a test, by its name', () => {
  it.each([
    ['{ $left }', {}, '$left'],
    ['{ DAY($until) }', {}, '$until'],
    ['{ DAY($until) }', { until: 'tomorrow' }, 'a number or a moment'],
    ['{ DAY($until) }', { until: Number.NaN }, 'Invalid time value'],
    ['{ -brand }', {}, '-brand'],
    ['{ HOROSCOPE($until) }', { until: 1 }, 'HOROSCOPE'],
  ])('%s filled with %o', (sentence, blanks, fault) => {
    const words = wordsFor(sentence);
    expect(() => words.say('fa', 'it', blanks)).toThrow(fault);
    expect(() => words.plain('en', 'it', blanks)).toThrow('words in en for it');
  });

  it('a key', () => {
    const words = wordsFor('-');
    expect(words.has('fa', 'it')).toBe(true);
    expect(words.has('fa', 'farewell')).toBe(false);
    expect(() => words.say('fa', 'farewell')).toThrow('no words in fa for farewell');
  });

  it('a blank’s value is never told', () => {
    const words = wordsFor('{ DAY($until) }');
    expect(() => words.say('fa', 'it', { until: '0010000011' })).toThrow(/^((?!0010000011).)*$/);
  });
});

describe('the files', () => {
  it('of one language are read together, whatever their room', () => {
    write('member.fa.ftl', 'a = الف');
    write('admin.fa.ftl', 'b = { a } و ب');
    write('member.en.ftl', 'a = A');
    const words = loadWords(folder);
    expect(words.plain('fa', 'b')).toBe('الف و ب');
    expect(words.has('en', 'b')).toBe(false);
  });

  it('may not have a key twice', () => {
    write('member.fa.ftl', 'a = الف');
    write('admin.fa.ftl', 'a = ب');
    write('member.en.ftl', 'a = A');
    expect(() => loadWords(folder)).toThrow('fa.ftl');
  });

  it('must be there in both languages', () => {
    write('member.fa.ftl', 'a = الف');
    expect(() => loadWords(folder)).toThrow('no words for en');
  });
});
