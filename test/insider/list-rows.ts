import fc from 'fast-check';
import { person } from '../../playground/cast.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import type { MemberRow } from '../../src/import/columns/columns.js';
import { handClock } from '../support/hand-clock.js';
import { pocket, victim, whom } from './steps.js';
import type { Victim, World } from './world.js';

/** Other days than those on record, in days from there. */
const shifts = {
  same: {},
  earlier: { from: -10 },
  later: { from: 20 },
  longer: { to: 30 },
  short: { to: -30 },
  ended: { to: -300 },
  beyond: { from: 150, to: 400 },
  next: { from: 366, to: 366 },
  'long ago': { from: -800, to: -700 },
  'longer ago': { from: -300, to: -500 },
  anew: { from: 400, to: 700 },
} as const;

export interface Listed {
  who: Victim | 'aim';
  mobile: string | null;
  swapId: boolean;
  shift: keyof typeof shifts;
}

export const row: fc.Arbitrary<Listed> = fc.record({
  who: victim,
  mobile: fc.constantFrom(null, null, null, ...pocket),
  swapId: fc.constantFrom(false, false, true),
  shift: fc.constantFrom(...(Object.keys(shifts) as (keyof typeof shifts)[]), 'ended', 'ended'),
});

/** As the cast was entered on the first day of the clock. */
const firstDay = dayInTehran(handClock().now());

function rowOf(world: World, { who: listed, mobile, swapId, shift }: Listed): MemberRow {
  const who = whom(world, listed);
  const { from, to }: { from?: number; to?: number } = shifts[shift];
  return {
    insuredCode: person(who).insuredCode,
    nationalId: person(swapId ? 'iraj' : who).nationalId,
    ...{ mobile, name: null },
    coverFrom: addDays(firstDay, -100 + (from ?? 0)),
    coverTo: addDays(firstDay, 265 + (to ?? 0)),
  };
}

/** A list that names each of them once. */
export const rowsOf = (world: World, listed: readonly Listed[]): MemberRow[] => {
  const rows = listed.map((one) => rowOf(world, one));
  return rows.filter(
    ({ insuredCode }, at) => rows.findIndex((row) => row.insuredCode === insuredCode) === at,
  );
};
