import { addDays } from '../../src/calendar/day.js';
import { startOfDay } from '../../src/calendar/tehran.js';
import type { Stats } from '../../src/reports/stats.js';

/** Numbers as a month may bring them. */
export const month: Stats = {
  from: '2025-08-23',
  to: '2025-09-22',
  soFar: null,
  days: Array.from({ length: 31 }, (_, n) => ({
    day: addDays('2025-08-23', n),
    done: n % 7 === 6 ? 4 : 20 + ((n * 7) % 23),
  })),
  reached: { begun: 1_204, matched: 1_010, 'code-sent': 892, 'code-right': 801, done: 793 },
  stillInitial: 37,
  neededNone: 64,
  sms: { sent: 1_655, arrived: { count: 1_581, of: 1_640 }, cost: 4_965_000 },
  refusals: [
    { kind: 'no-match', count: 141 },
    { kind: 'cover-not-active', count: 62 },
    { kind: 'code-wrong-last', count: 31 },
    { kind: 'resets-used-up', count: 18 },
    { kind: 'other', count: 9 },
  ],
};

/** The same, asked for before the last day is over. */
export const monthSoFar: Stats = {
  ...month,
  soFar: new Date(startOfDay(month.to).getTime() + 10.5 * 3_600_000),
};

/** A bot that was switched on today. */
export const nothing: Stats = {
  from: '2025-09-22',
  to: '2025-09-22',
  soFar: monthSoFar.soFar,
  days: [{ day: '2025-09-22', done: 0 }],
  reached: { begun: 0, matched: 0, 'code-sent': 0, 'code-right': 0, done: 0 },
  stillInitial: 0,
  neededNone: 0,
  sms: { sent: 0, arrived: null, cost: null },
  refusals: [],
};

/** Numbers beyond all reason, over a whole year. */
export const flood: Stats = {
  from: '2024-09-22',
  to: '2025-09-22',
  soFar: monthSoFar.soFar,
  days: Array.from({ length: 366 }, (_, n) => ({
    day: addDays('2024-09-22', n),
    done: (n * 7_919) % 1_000_003,
  })),
  reached: {
    begun: 98_765_432,
    matched: 87_654_321,
    'code-sent': 76_543_210,
    'code-right': 65_432_109,
    done: 54_321_098,
  },
  stillInitial: 0,
  neededNone: 4_321_098,
  sms: { sent: 123_456_789, arrived: { count: 120_000_000, of: 123_000_000 }, cost: 987_654_321_000 },
  refusals: [
    { kind: 'portal-away', count: 12_345_678 },
    { kind: 'locked-until-staff', count: 9_345_678 },
    { kind: 'under-way', count: 5_345_678 },
    { kind: 'too-many-sends', count: 1_345_678 },
    { kind: 'no-match', count: 45_678 },
    { kind: 'other', count: 7 },
  ],
};
