import { Equal, IsNull, LessThanOrEqual, Or } from 'typeorm';
import { PasswordReset } from '../../entities/password-reset.js';
import { updateRows } from '../db/rows.js';
import { changeRows, storedMoment } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** What is asked of the portal after recoveries, in the rows of the ledger. Every change names the state it leaves. */
export interface FollowUpStore {
  /** A recovery is done: to be looked at from then on. The earlier ones of the same period are no more. */
  begin(reset: Pick<PasswordReset, 'id' | 'memberId' | 'coverageId'>, lookAt: Date): Promise<void>;
  due(now: Date, most: number): Promise<PasswordReset[]>;
  /** Takes a due one in hand; false when somebody else has. */
  claim(id: string, now: Date): Promise<boolean>;
  /** What is in hand and was found to be the initial one, to be looked at again then; null: not again. */
  stillInitial(id: string, looks: number, lookAt: Date | null): Promise<boolean>;
  /** It was changed, or the account is gone: nobody looks again. */
  changed(id: string): Promise<boolean>;
  /** The portal did not say: again at that moment. */
  lookLater(id: string, looks: number, lookAt: Date): Promise<boolean>;
}

export function makeFollowUpStore(tx: Transaction): FollowUpStore {
  const inHand = (id: string, looks: number) => ({
    id,
    looks,
    state: 'done' as const,
    nextLookAt: IsNull(),
    seenPassword: Or(IsNull(), Equal('initial' as const)),
  });
  const over = { nextLookAt: null, seenPassword: 'changed' as const };
  return {
    begin: async ({ id, memberId, coverageId }, nextLookAt) => {
      await changeRows(
        tx,
        'UPDATE password_resets SET next_look_at = CASE WHEN id = ? THEN ? END,' +
          " seen_password = CASE WHEN id = ? THEN seen_password ELSE 'changed' END" +
          " WHERE coverage_id = ? AND member_id = ? AND state = 'done'",
        [id, storedMoment(nextLookAt), id, coverageId, memberId],
      );
    },
    due: (now, take) =>
      tx.find(PasswordReset, {
        where: { nextLookAt: LessThanOrEqual(now) },
        order: { nextLookAt: 'ASC' },
        take,
      }),
    claim: async (id, now) =>
      changedOne(
        await updateRows(tx, PasswordReset, { id, nextLookAt: LessThanOrEqual(now) }, { nextLookAt: null }),
      ),
    stillInitial: async (id, looks, nextLookAt) => {
      const seen = { nextLookAt, looks: looks + 1, seenPassword: 'initial' as const };
      return changedOne(await updateRows(tx, PasswordReset, inHand(id, looks), seen));
    },
    changed: async (id) => changedOne(await updateRows(tx, PasswordReset, { id, state: 'done' }, over)),
    lookLater: async (id, looks, nextLookAt) =>
      changedOne(await updateRows(tx, PasswordReset, inHand(id, looks), { nextLookAt })),
  };
}
