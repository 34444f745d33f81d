import { And, IsNull, LessThan, MoreThanOrEqual, Not } from 'typeorm';
import { PasswordReset } from '../../entities/password-reset.js';
import type { Transaction } from '../db/transaction.js';
import type { ResetQueries } from './reset-queries.js';

/** The rows of the ledger, only to be read. */
export interface ResetQueryStore extends Omit<ResetQueries, 'status'> {
  byId(id: string): Promise<PasswordReset | null>;
}

export function makeResetQueryStore(tx: Transaction): ResetQueryStore {
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
