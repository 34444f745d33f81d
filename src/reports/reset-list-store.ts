import { Brackets, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm';
import { PasswordReset } from '../../entities/password-reset.js';
import type { Transaction } from '../db/transaction.js';

/** From the first moment up to, but without, the last. */
export interface Span {
  from: Date;
  until: Date;
}

/** The rows of the ledger, only to be read: in the order in which they were begun. */
export interface ResetListStore {
  any(span: Span): Promise<boolean>;
  /** Those of the span after this one; from the first on without one. */
  page(span: Span, after: PasswordReset | null, most: number): Promise<PasswordReset[]>;
}

export function makeResetListStore(tx: Transaction): ResetListStore {
  return {
    any: ({ from, until }) =>
      tx
        .createQueryBuilder(PasswordReset, 'reset')
        .where({ reservedAt: MoreThanOrEqual(from) })
        .andWhere({ reservedAt: LessThan(until) })
        .getExists(),
    page: ({ from, until }, after, most) => {
      const reservedAt = after?.reservedAt ?? from;
      const rows = tx
        .createQueryBuilder(PasswordReset, 'reset')
        .where({ reservedAt: MoreThanOrEqual(reservedAt) })
        .andWhere({ reservedAt: LessThan(until) })
        .orderBy('reset.reservedAt')
        .addOrderBy('reset.id')
        .limit(most);
      if (!after) return rows.getMany();
      const beyond = new Brackets((or) =>
        or.where({ reservedAt: MoreThan(reservedAt) }).orWhere({ id: MoreThan(after.id) }),
      );
      return rows.andWhere(beyond).getMany();
    },
  };
}
