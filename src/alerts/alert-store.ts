import { In, LessThanOrEqual } from 'typeorm';
import { Alert } from '../../entities/alert.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

type Name = Pick<Alert, 'cause' | 'about'>;

/** The rows of what staff were told of last. */
export interface AlertStore {
  /** Notes that it is told now, unless it was told after that moment; true for one of all who see it at once. */
  takeTurn(name: Name, now: Date, quietSince: Date): Promise<boolean>;
  /** on → over; false when it was not on. */
  end(name: Name): Promise<boolean>;
  /** Those of these causes that are on. */
  on(causes: readonly string[]): Promise<Alert[]>;
}

export function makeAlertStore(tx: Transaction): AlertStore {
  return {
    takeTurn: async (name, now, quietSince) => {
      const known = await tx.findOneBy(Alert, name);
      // Most who see a storm go no further, and hold up nobody.
      if (known && known.lastSentAt > quietSince) return false;
      await ensure(tx, name);
      const due = { ...name, lastSentAt: LessThanOrEqual(quietSince) };
      return changedOne(await tx.update(Alert, due, { lastSentAt: now, state: 'on' }));
    },
    on: (causes) => tx.findBy(Alert, { cause: In([...causes]), state: 'on' }),
    end: async (name) => changedOne(await tx.update(Alert, { ...name, state: 'on' }, { state: 'over' })),
  };
}

const never = new Date(0);

/** A row that was never told. Takes hold of the row where there is one, so that two of us do not cross. */
async function ensure(tx: Transaction, name: Name): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(Alert)
    .values({ ...name, state: 'over', lastSentAt: never })
    .orUpdate(['cause'], ['cause', 'about'])
    .execute();
}
