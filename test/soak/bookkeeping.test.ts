import { describe, expect, it } from 'vitest';
import { between, entriesTable, exactly } from '../../bench/soak/books/book.js';
import { repeatsIn, saidOnce } from '../../bench/soak/books/said.js';
import { chanceOf } from '../../bench/soak/chance.js';
import { planHarms, survivorOf, targets } from '../../bench/soak/harms.js';
import { readOptions, Usage } from '../../bench/soak/options.js';
import { inventPassers } from '../../bench/soak/people/passers.js';
import { coursesOf } from '../../bench/soak/samples.js';
import type { ChatMessage } from '../../playground/emulator/chat-message.js';
import { localesFolder } from '../../src/app/locales.js';
import { loadWords } from '../../src/words/load-words.js';

const minute = 60_000;
const whole = 30 * minute;

describe('the harms of a soak', () => {
  const harms = planHarms(chanceOf('a seed'), whole);

  it('follow from the seed alone', () => {
    expect(planHarms(chanceOf('a seed'), whole)).toEqual(harms);
    expect(planHarms(chanceOf('another'), whole)).not.toEqual(harms);
  });

  it('come every few seconds, and each of them to everybody', () => {
    const pauses = harms.slice(1).map(({ at }, before) => at - (harms[before]?.at ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(7_000);
    for (const target of targets)
      expect(new Set(harms.filter((one) => one.target === target).map(({ deed }) => deed)).size, target).toBe(
        3,
      );
  });

  it('leave one replica alive in each half, whose memory can be looked at', () => {
    const ended = harms.filter(
      ({ at, target, deed }) => target === survivorOf(at, whole) && deed !== 'freeze',
    );
    expect(ended).toEqual([]);
  });
});

describe('the members of a soak', () => {
  it('follow from the seed, are all different, and are not so many wrong codes that staff must be called', () => {
    const passers = inventPassers(chanceOf('a seed'), whole, 2_000);
    expect(inventPassers(chanceOf('a seed'), whole, 2_000)).toEqual(passers);
    expect(new Set(passers.map(({ insuredCode }) => insuredCode)).size).toBe(passers.length);
    const fates = (fate: string) => passers.filter((one) => one.fate === fate).length;
    expect(fates('back in')).toBeGreaterThan(passers.length * 0.9);
    expect(fates('locked')).toBeGreaterThan(0);
    // A breaker opens at a hundred that no right one explains.
    expect(fates('locked') * 3).toBeLessThan(100);
  });
});

describe('what a soak has held', () => {
  const samples = (megabytes: (at: number) => number) =>
    Array.from({ length: 360 }, (_, number) => {
      const at = number * 5_000;
      return { at, megabytes: megabytes(at), files: 40, connections: 20 };
    });
  const broken = (megabytes: (at: number) => number) =>
    coursesOf(samples(megabytes), whole)
      .filter(({ holds }) => !holds)
      .map(({ gauge, half }) => `${gauge} ${half}`);

  it('holds where it goes up and down, or rises to where it stays', () => {
    expect(broken((at) => 180 + (at % 60_000) / 1_000)).toEqual([]);
    expect(broken((at) => 200 - 100 / (1 + at / minute))).toEqual([]);
  });

  it('is broken where it grows in one half or in both', () => {
    expect(broken((at) => (at < whole / 2 ? 100 + at / 5_000 : 150))).toEqual(['megabytes 1']);
    expect(broken((at) => 100 + ((at % (whole / 2)) / minute) * 20)).toEqual(['megabytes 1', 'megabytes 2']);
  });
});

describe('the books of a soak', () => {
  const words = loadWords(localesFolder());
  const done = words.say('fa', 'reset-done', { brand: '', support: '', reference: 'A', left: 4, until: 0 });
  const account = (...texts: readonly string[]) => ({
    messages: () => texts.map((text) => ({ from: 'bot', text }) as ChatMessage),
  });

  it('count what is said twice at once as one answer that came twice', () => {
    expect(saidOnce(account('سلام', done, done), 'back in')).toBe(true);
    expect(repeatsIn(account('سلام', done, done))).toBe(1);
  });

  it('find whoever was told twice, or never', () => {
    expect(saidOnce(account(done, 'سلام', done), 'back in')).toBe(false);
    expect(saidOnce(account('سلام'), 'back in')).toBe(false);
  });

  it('mark what is not as it must be', () => {
    const table = entriesTable([
      exactly('recoveries', 3, 2),
      between('codes', 3, 5, 4),
      exactly('nothing', 0, NaN),
    ]);
    expect(
      table
        .split('\n')
        .slice(2)
        .map((line) => line.split('|').at(-2)?.trim()),
    ).toEqual(['BROKEN', 'holds', 'BROKEN']);
  });
});

describe('npm run soak', () => {
  it('takes half an hour, or what it is told', () => {
    expect(readOptions([])).toMatchObject({ only: 'soak', lastsMs: whole, seed: '1' });
    expect(readOptions(['--only', 'restore', '--minutes', '3'])).toMatchObject({ lastsMs: 3 * minute });
  });

  it.each([
    ['--only', 'sleep'],
    ['--minutes', '0'],
    ['--minutes', 'ten'],
    ['--hours', '1'],
  ])('says how it is written where it is not understood: %s %s', (...words) => {
    expect(() => readOptions(words)).toThrow(Usage);
  });
});
