import { describe, expect, it } from 'vitest';
import { mostDays, typedSpan } from '../../src/commands/typed-span.js';

const today = '2026-05-10';
const typed = (text: string) => typedSpan(text.split(' ').filter(Boolean), today);

describe('the days of a report', () => {
  it.each([
    ['', '2026-04-11', today],
    ['1405/02/01', '2026-04-21', today],
    ['۱۴۰۵/۰۲/۰۱ ۱۴۰۵-۲-۱۰', '2026-04-21', '2026-04-30'],
    ['2026-04-21 ١٤٠٥/٠٢/٠١', '2026-04-21', '2026-04-21'],
    ['2025-04-06', '2025-04-06', today],
  ])('“%s” are %s to %s', (text, from, to) => {
    expect(typed(text)).toEqual({ ok: true, value: { from, to } });
  });

  it.each([
    ['2026-05-11', 'span-backwards'],
    ['1405/02/10 1405/02/01', 'span-backwards'],
    ['2025-04-05', 'span-too-long'],
    ['1405/02/01 1405/02/10 1405/02/11', 'span-too-many-days'],
    ['01/02/1405', 'day-year-last'],
    ['soon', 'day-unreadable'],
    ['1405/02/01 1405/13/01', 'day-not-in-calendar'],
  ])('“%s” are refused: %s', (text, error) => {
    expect(typed(text)).toEqual({ ok: false, error });
  });

  it('are at most so many that a year and a month fit in', () => {
    expect(mostDays).toBeGreaterThan(366 + 31);
  });
});
