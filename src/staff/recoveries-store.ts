import { And, IsNull, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { PasswordReset } from '../../entities/password-reset.js';
import type { Transaction } from '../db/transaction.js';
import type { Recoveries } from './recoveries.js';

/** The rows of the ledger, only to be read. */
export interface RecoveryStore extends Omit<Recoveries, 'status' | 'askPortal'> {
  byId(id: string): Promise<PasswordReset | null>;
}

export function makeRecoveryStore(tx: Transaction): RecoveryStore {
  return {
    byId: (id) => tx.findOneBy(PasswordReset, { id }),
    byReference: (reference) => tx.findOneBy(PasswordReset, { reference }),
    leftToStaff: (take) =>
      tx.find(PasswordReset, {
        where: { state: 'unknown', staffReason: Not(IsNull()) },
        order: { reservedAt: 'ASC' },
        take,
      }),
    countLeftToStaff: () => tx.countBy(PasswordReset, { state: 'unknown', staffReason: Not(IsNull()) }),
    countGivenBack: (from, until) =>
      tx.countBy(PasswordReset, {
        state: 'given-back',
        settledAt: And(MoreThanOrEqual(from), LessThan(until)),
      }),
    lastOf: (memberId, take) =>
      tx.find(PasswordReset, { where: { memberId }, order: { reservedAt: 'DESC' }, take }),
  };
}
