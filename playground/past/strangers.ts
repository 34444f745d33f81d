import { addDays, type Day } from '../../src/calendar/day.js';
import type { Members } from '../../src/members/members.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { invented } from '../invented.js';
import type { Visit } from './visits.js';

/** Enters whoever has been here and is in no cast, with as many recoveries used as they had. */
export async function enterStrangers(members: Members, visits: readonly Visit[], today: Day): Promise<void> {
  const codes = new Set(visits.flatMap(({ insuredCode }) => insuredCode ?? []));
  for (const insuredCode of codes) {
    const own = visits.filter((visit) => visit.insuredCode === insuredCode);
    const covered = own.every(({ ending }) => ending !== 'cover-not-active');
    const cover = covered
      ? { from: addDays(today, -100), to: addDays(today, 265) }
      : { from: addDays(today, -400), to: addDays(today, -60) };
    const { nationalId, mobile } = invented(Number(insuredCode));
    const { memberId, coverageId } = await members.put({ insuredCode, nationalId, mobile, cover });
    const used = own.filter(({ ending }) => ending === 'done').length;
    const allowance = defaultPolicy.resetsPerPeriod;
    if (coverageId !== null) await members.putQuota({ memberId, coverageId, used, allowance });
  }
}
