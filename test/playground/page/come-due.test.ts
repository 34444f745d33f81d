import { describe, expect, it } from 'vitest';
import { comesDue } from '../../../playground/come-due.js';

/** Wednesday, 18 November 2026, in Tehran. */
const at = (clock: string, date = 18): Date => new Date(`2026-11-${date}T${clock}:00+03:30`);

describe('what came due while the clock was pushed forward', () => {
  it.each<[string, Date, Date, boolean]>([
    ['* * * * * *', at('08:10'), at('08:10'), true],
    ['*/10 * * * * *', at('08:10'), at('08:11'), true],
    ['0 30 8 * * *', at('08:10'), at('08:15'), false],
    ['0 30 8 * * *', at('08:28'), at('08:33'), true],
    ['0 30 8 * * *', at('10:00'), at('10:00', 19), true],
    ['0 17 * * * *', at('08:20'), at('09:10'), false],
    ['0 */5 * * * *', at('08:11'), at('08:14'), false],
    ['0 */5 * * * *', at('08:11'), at('08:16'), true],
    ['0 0 5,17 * * 3', at('16:58'), at('17:02'), true],
    ['0 0 5,17 * * 1-2', at('16:58'), at('17:02'), false],
    ['0 0 5 19 11 *', at('16:58'), at('16:58', 19), true],
    ['0 0 5 19 12 *', at('16:58'), at('16:58', 19), false],
  ])('%s from %o until %o: %s', (when, after, until, due) => {
    expect(comesDue(when, after, until)).toBe(due);
  });
});
