import { Between, MoreThan } from 'typeorm';
import { LimitCounter } from '../../entities/limit-counter.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** The counters' rows. Instants are epoch milliseconds. */
export interface CounterStore {
  read(key: string): Promise<LimitCounter | null>;
  /** The same, held until the transaction ends, even where there was none. */
  lockForUpdate(key: string, now: number): Promise<LimitCounter | null>;
  /** One more in the running window, or one in a new window that ends at `endsAt`; false when `most` are counted. */
  raise(key: string, now: number, endsAt: number, most: number): Promise<boolean>;
  /** One less in the window that ran at `takenAt`. */
  lower(key: string, takenAt: number, windowMs: number): Promise<void>;
  extend(key: string, endsAt: number): Promise<void>;
  remove(key: string): Promise<void>;
}

export function makeCounterStore(tx: Transaction): CounterStore {
  return {
    read: (key) => tx.findOneBy(LimitCounter, { key }),

    lockForUpdate: async (key, now) => {
      await ensure(tx, key, now);
      return tx.findOneBy(LimitCounter, { key });
    },

    raise: async (key, now, endsAt, most) => {
      await ensure(tx, key, now);
      const over = 'window_ends_at <= :now';
      const raised = await tx
        .createQueryBuilder()
        .update(LimitCounter)
        // In this order: MySQL already reads the new value of a column that was set further left.
        .set({
          count: () => `CASE WHEN ${over} THEN 1 ELSE count + 1 END`,
          windowEndsAt: () => `CASE WHEN ${over} THEN :endsAt ELSE window_ends_at END`,
        })
        .where({ key })
        .andWhere(`(${over} OR count < :most)`)
        .setParameters({ now: new Date(now), endsAt: new Date(endsAt), most })
        .execute();
      return changedOne(raised);
    },

    lower: async (key, takenAt, windowMs) => {
      const running = Between(new Date(takenAt + 1), new Date(takenAt + windowMs));
      const counted = { key, count: MoreThan(0), windowEndsAt: running };
      await tx.update(LimitCounter, counted, { count: () => 'count - 1' });
    },

    extend: async (key, endsAt) => {
      await tx.update(LimitCounter, { key }, { windowEndsAt: new Date(endsAt) });
    },

    remove: async (key) => {
      await tx.delete(LimitCounter, { key });
    },
  };
}

/** A row to count on, whose window is over. Takes hold of the row where there is one, so that two of us do not cross. */
async function ensure(tx: Transaction, key: string, now: number): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(LimitCounter)
    .values({ key, count: 0, windowEndsAt: new Date(now) })
    .orUpdate(['key'], ['key'])
    .execute();
}
