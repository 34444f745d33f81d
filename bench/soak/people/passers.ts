import { addDays } from '../../../src/calendar/day.js';
import { dayInTehran } from '../../../src/calendar/tehran.js';
import { systemClock } from '../../../src/clock.js';
import type { PlatformName } from '../../../src/platforms.js';
import { memberAt } from '../../people.js';
import type { Member } from '../../subjects/subject.js';
import type { Chance } from '../chance.js';

/** How somebody's way is to end. */
export type Fate = 'back in' | 'not covered' | 'locked';

/** A member who comes once. */
export interface Passer extends Member {
  fate: Fate;
  /** Types another code before the right one. */
  errs: boolean;
  messenger: PlatformName;
  chat: number;
  /** Milliseconds after the beginning. */
  comesAt: number;
}

/** Few enough that staff are not called for all of them together: three wrong codes each. */
const lockedOneIn = 60;
const uncoveredOneIn = 25;
const errsOneIn = 10;

/** One after the other for so long, each so many milliseconds after the one before on the average. */
export function inventPassers(chance: Chance, lastsMs: number, everyMs: number): Passer[] {
  const passers: Passer[] = [];
  for (let at = 0; at < lastsMs; at += chance.between(0, 2 * everyMs)) {
    const number = passers.length;
    const member = memberAt(number, chance.below(3) > 0);
    const fate = chance.below(uncoveredOneIn) === 0 ? 'not covered' : lockedOrIn(chance);
    passers.push({
      ...member,
      fate,
      errs: chance.below(errsOneIn) === 0,
      messenger: chance.below(3) === 0 ? 'bale' : 'telegram',
      chat: Number(member.insuredCode),
      comesAt: at,
    });
  }
  return passers;
}

const lockedOrIn = (chance: Chance): Fate => (chance.below(lockedOneIn) === 0 ? 'locked' : 'back in');

const header = 'insured code,national id,cover from,cover to,mobile,name';

export interface ListRow extends Pick<Member, 'insuredCode' | 'nationalId' | 'mobile' | 'known'> {
  fate: Fate;
}

const today = dayInTehran(systemClock.now());

/** As the insurer sends them. */
export const listOf = (rows: readonly ListRow[]): string =>
  [
    header,
    ...rows.map(({ insuredCode, nationalId, mobile, known, fate }) => {
      const [from, to] = fate === 'not covered' ? [-400, -36] : [-100, 265];
      return [
        insuredCode,
        nationalId,
        addDays(today, from),
        addDays(today, to),
        known ? mobile : '',
        '',
      ].join(',');
    }),
    '',
  ].join('\n');
