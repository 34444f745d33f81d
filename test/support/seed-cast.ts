import { cast, type CastMember } from '../../playground/cast.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import type { Clock } from '../../src/clock.js';
import type { Transaction } from '../../src/db/transaction.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { makeMembers } from '../../src/members/members.js';

export type Role = CastMember['role'];

/** Puts the cast into the members' book, with what each has used of five; says who got which id. */
export async function seedCast(harness: {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
}): Promise<Record<Role, number>> {
  const members = makeMembers(harness);
  const today = dayInTehran(harness.clock.now());
  const ids: Partial<Record<Role, number>> = {};
  for (const { role, name, insuredCode, nationalId, mobileOnRecord, cover, used } of cast) {
    const period = cover && { from: addDays(today, cover.from), to: addDays(today, cover.to) };
    const record = { insuredCode, nationalId, cover: period, mobile: mobileOnRecord, name };
    const { memberId, coverageId } = await members.put(record);
    if (coverageId !== null) await members.putQuota({ memberId, coverageId, used, allowance: 5 });
    ids[role] = memberId;
  }
  return ids as Record<Role, number>;
}
