import type { Member } from '../../entities/member.js';
import { addDays } from '../calendar/day.js';
import { dayInTehran } from '../calendar/tehran.js';
import type { Clock } from '../clock.js';
import { day } from '../durations.js';
import type { Keyring } from '../keys/keyring.js';
import type { Transaction } from '../db/transaction.js';
import { makeForgetStore } from './forget-store.js';

/** Forgets members for good, when the insurer covers them no longer. Works inside one transaction. */
export interface Forgetting {
  /** Why the member cannot be forgotten now; null: they can. The member must be held. */
  obstacle(member: Member): Promise<'covered' | 'under-way' | 'forgotten' | null>;
  /**
   * Forgets the member, who must be held: ID, number, name, chats, typed numbers. Their recoveries stay, under the keyed
   * hash of the insured code; so does what stands in the trail, by the number of a row that names nobody. False when
   * something stands against it.
   */
  forget(member: Member): Promise<boolean>;
  /** Members whose cover ended so long ago, some of them. */
  longOver(keptDays: number, most: number): Promise<number[]>;
}

export function makeForgetting({
  tx,
  keyring,
  clock,
}: {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
}): Forgetting {
  const store = makeForgetStore(tx);
  const obstacle: Forgetting['obstacle'] = async ({ id, forgottenAt, leftAt }) => {
    if (forgottenAt) return 'forgotten';
    if (leftAt === null && (await store.coveredFrom(id, dayInTehran(clock.now())))) return 'covered';
    return (await store.hasUnsettled(id)) ? 'under-way' : null;
  };
  return {
    obstacle,
    forget: async (member) => {
      if ((await obstacle(member)) !== null) return false;
      const { id, insuredCode } = member;
      const forgottenCode = keyring.index('insured-code', insuredCode);
      const blank = { ...nobody(keyring, id), forgottenCode, forgottenAt: clock.now() };
      if (!(await store.blank(id, blank))) return false;
      await store.removeTraces(id, insuredCode);
      await store.blankLedger(id, forgottenCode.slice(0, insuredCodeLength));
      await store.blankActions(id);
      return true;
    },
    longOver: (keptDays, most) =>
      store.longOver(
        addDays(dayInTehran(clock.now()), -keptDays),
        new Date(clock.now().getTime() - keptDays * day),
        most,
      ),
  };
}

/** As wide as the ledger's column. */
const insuredCodeLength = 32;

/** What stands where the member stood: a code that nobody can have, and nothing else. */
const nobody = (keyring: Keyring, id: number): Partial<Member> => ({
  insuredCode: `-${id}`,
  nationalId: keyring.encrypt('national-id', ''),
  nationalIdIndex: '0'.repeat(64),
  mobile: null,
  mobileIndex: null,
  mobileSource: null,
  name: null,
  keyId: keyring.current,
  wrongCodesInRow: 0,
  locks: 0,
  lockedUntil: null,
  closedFor: null,
  codesFrom: null,
});
