import { enterStaff, longAgo } from '../../playground/seed.js';
import { invented, type Invented } from '../../playground/invented.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import type { Clock } from '../../src/clock.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { makeMembers } from '../../src/members/members.js';
import { makePeople } from '../../src/people/people.js';
import type { LocalPortal } from '../../src/portal/local.js';
import { defaultPolicy } from '../../src/reset/policy.js';

/** Somebody who is insured and in no cast. */
export interface Resident extends Invented {
  /** Whether the insurer has their number. */
  onRecord: boolean;
  /** Recoveries that they have had in this period. */
  used: number;
  portal: 'changed' | 'initial' | 'missing';
  /** Else their cover is over. */
  isCovered: boolean;
}

/** The same somebody for the same number. */
export const resident = (number: number, otherwise: Partial<Resident> = {}): Resident => ({
  ...invented(420_000 + number),
  ...{ onRecord: true, used: 0, portal: 'changed' as const, isCovered: true },
  ...otherwise,
});

export const coverOf = (clock: Clock) => {
  const today = dayInTehran(clock.now());
  return { from: addDays(today, -100), to: addDays(today, 265) };
};

const overBy = (clock: Clock) => {
  const today = dayInTehran(clock.now());
  return { from: addDays(today, -500), to: addDays(today, -135) };
};

export interface Books {
  inTransaction: TransactionRunner;
  keyring: Keyring;
  portal: LocalPortal;
  clock: Clock;
}

/** Enters staff with the product, and residents with it and at the portal, each with a password of their own. */
export async function moveIn(people: readonly Resident[], books: Books): Promise<void> {
  const { inTransaction, keyring, portal, clock } = books;
  await inTransaction((tx) => enterStaff(makePeople({ tx, clock: longAgo(clock) })));
  for (const { insuredCode, nationalId, mobile, onRecord, used, ...one } of people) {
    await inTransaction(async (tx) => {
      const members = makeMembers({ tx, keyring, clock });
      const record = { insuredCode, nationalId, name: null, mobile: onRecord ? mobile : null };
      const cover = one.isCovered ? coverOf(clock) : overBy(clock);
      const { memberId, coverageId } = await members.put({ ...record, cover });
      if (coverageId === null || used === 0) return;
      await members.putQuota({ memberId, coverageId, used, allowance: defaultPolicy.resetsPerPeriod });
    });
    if (one.portal === 'missing') continue;
    const password = one.portal === 'changed' ? passwordOf(insuredCode) : undefined;
    await portal.openAccount(insuredCode, nationalId, password);
  }
}

export const passwordOf = (insuredCode: string): string => `own-${insuredCode}`;
