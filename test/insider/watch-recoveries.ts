import { expect } from 'vitest';
import { addDays, daysBetween, type Day } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import { byTwo, names } from './hands.js';
import { holds, theirs, type Look, type Seen } from './seen.js';
import { victims, type Victim, type World } from './world.js';

/** A day that one count has governed is governed by no other, and no allowance grows, unless two have agreed. */
export function watchRecoveries(world: World, first: Seen) {
  const { clock, policy, tally } = world;
  /** Which count each day is, or will be, governed by. */
  const claims = new Map<Victim, Map<Day, number>>();
  const lastPeriods = new Map<Victim, string>();
  const quotas = new Map<number, { allowance: number; used: number; givenBack: number }>();
  let made = 0;

  const count = (now: Seen, victim: Victim): void => {
    const periods = theirs(world, victim, now.periods);
    const today = dayInTehran(clock.now());
    const claimed = claims.get(victim)!;
    const inForce = periods.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
    if (!inForce) return;
    const { id, endsOn } = inForce;
    if (claimed.get(endsOn) === id) return;
    for (let left = daysBetween(today, endsOn); left >= 0; left -= 1) {
      const on = addDays(today, left);
      if (!claimed.has(on)) claimed.set(on, id);
    }
  };

  const periodsHold: Look = (now, victim, hands, what) => {
    const today = dayInTehran(clock.now());
    const periods = theirs(world, victim, now.periods);
    periods.forEach(({ startsOn }, at) => {
      if (at > 0) holds(startsOn > periods[at - 1]!.endsOn, `${what}: periods overlap`);
    });
    const written = JSON.stringify(periods);
    if (byTwo(hands) && written !== lastPeriods.get(victim)) claims.get(victim)!.clear();
    if (written !== lastPeriods.get(victim)) tally.count('periods changed');
    lastPeriods.set(victim, written);
    const inForce = periods.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
    const claimed = claims.get(victim)!.get(today);
    if (inForce)
      expect(claimed ?? inForce.id, `${what}: today has another count for ${victim}`).toBe(inForce.id);
  };

  const quotasHold: Look = (now, victim, hands, what) => {
    for (const { coverageId, allowance, used } of theirs(world, victim, now.quotas)) {
      const ofPeriod = now.resets.filter((one) => one.coverageId === coverageId);
      const givenBack = ofPeriod.filter(({ state }) => state === 'given-back').length;
      const none = { allowance: policy.resetsPerPeriod, used: 0, givenBack: 0 };
      const before = quotas.get(coverageId) ?? none;
      const said = `${what}: ${victim} was granted more by ${names(hands)}`;
      if (!byTwo(hands)) expect(allowance, said).toBeLessThanOrEqual(before.allowance);
      expect(used, `${what}: more than allowed`).toBeLessThanOrEqual(allowance);
      const returned = givenBack - before.givenBack;
      expect(used, `${what}: less counted than returned`).toBeGreaterThanOrEqual(before.used - returned);
      expect(ofPeriod.length - givenBack, `${what}: not all are counted`).toBeLessThanOrEqual(used);
      quotas.set(coverageId, { allowance, used, givenBack });
    }
  };

  const begin = (now: Seen, victim: Victim): void => {
    claims.set(victim, new Map());
    lastPeriods.set(victim, JSON.stringify(theirs(world, victim, now.periods)));
    for (const { coverageId, allowance, used } of theirs(world, victim, now.quotas))
      quotas.set(coverageId, { allowance, used, givenBack: 0 });
    count(now, victim);
  };
  const look: Look = (now, victim, hands, what) => {
    periodsHold(now, victim, hands, what);
    count(now, victim);
    quotasHold(now, victim, hands, what);
    tally.count('recoveries', now.resets.length > made ? now.resets.length - made : 0);
    made = now.resets.length;
  };
  for (const victim of victims) begin(first, victim);
  return { begin, look };
}
