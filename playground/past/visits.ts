import type { AuditReason } from '../../src/audit/vocabulary.js';
import { addDays, type Day } from '../../src/calendar/day.js';
import { dayInTehran, startOfDay } from '../../src/calendar/tehran.js';
import type { CastMember } from '../cast.js';
import { invented } from '../invented.js';

/** How somebody's way through the dialogue ended. */
export type Ending =
  'done' | 'no-match' | 'password-is-initial' | 'cover-not-active' | 'code-expired' | 'code-wrong-last';

/** One way through the dialogue, on some day before today or earlier today. */
export interface Visit {
  at: Date;
  /** Whose; null where nobody was found. */
  insuredCode: string | null;
  /** The account on Telegram that it was written from. */
  account: number;
  ending: Ending;
}

const minute = 60_000;

/** What stood in the trail on the way to each ending, the ending included. */
export const trailTo: Readonly<Record<Ending, readonly AuditReason[]>> = {
  done: ['pair-matched', 'code-sent', 'code-right', 'reset-done'],
  'no-match': ['no-match'],
  'password-is-initial': ['pair-matched', 'password-is-initial'],
  'cover-not-active': ['pair-matched', 'cover-not-active'],
  'code-expired': ['pair-matched', 'code-sent', 'code-expired'],
  'code-wrong-last': ['pair-matched', 'code-sent', 'code-wrong', 'code-wrong', 'code-wrong-last'],
};

/** In a row of twenty; nine in ten who get their code come to the end. */
const endings: readonly Ending[] = [
  ...['done', 'done', 'password-is-initial', 'done', 'done', 'no-match', 'done', 'done', 'done', 'done'],
  ...['code-expired', 'done', 'no-match', 'done', 'password-is-initial', 'done', 'done', 'code-wrong-last'],
  ...['done', 'cover-not-active'],
] as Ending[];

/** How many came on each of the last days, yesterday first. */
const perDay = [
  ...[8, 10, 7, 3, 9, 12, 9, 8, 7, 10, 2, 8, 9, 11],
  ...[6, 9, 8, 3, 7, 10, 8, 7, 6, 8, 2, 9, 7, 5, 8],
];

/** How many come today, if the day is long enough. */
const thisDay = 9;
/** From the first step of a way to its last. */
const longestWay = 5 * minute;

/** Some come more than once. */
const strangers = 130;

/** People who are in no cast, in the four weeks before today and so far today. */
export function strangersVisits(now: Date): Visit[] {
  const day = dayInTehran(now);
  const before = perDay.flatMap((count, ago) => comings(addDays(day, -1 - ago), count));
  const soFar = comings(day, thisDay).filter((at) => at.getTime() + longestWay < now.getTime());
  return [...before, ...soFar].map((at, index) => {
    const ending = endings[index % endings.length] ?? 'done';
    const who = ending === 'cover-not-active' ? strangers + index : index % strangers;
    const { insuredCode } = invented(330_001 + who);
    return { at, ending, account: 9_001 + who, insuredCode: ending === 'no-match' ? null : insuredCode };
  });
}

/** One after the other, from eight in the morning. */
function comings(day: Day, count: number): Date[] {
  const morning = startOfDay(day).getTime() + 8 * 60 * minute;
  return Array.from({ length: count }, (_, place) => new Date(morning + place * 53 * minute));
}

/** The cast's own recoveries of this period: as many as each has used. */
export function castVisits(cast: readonly CastMember[], today: Day): Visit[] {
  return cast.flatMap(({ insuredCode, used, accounts }) =>
    Array.from({ length: used }, (_, index): Visit => {
      const at = new Date(startOfDay(addDays(today, -32 - 13 * index)).getTime() + 10.5 * 60 * minute);
      return { at, ending: 'done', account: accounts.telegram ?? 0, insuredCode };
    }),
  );
}
