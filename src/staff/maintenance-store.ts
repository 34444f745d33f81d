import { ClosedSign } from '../../entities/maintenance-notice.js';
import type { Transaction } from '../db/transaction.js';

/** There is one door. */
const id = 1;

/** The row of the closed sign. */
export interface SignStore {
  read(): Promise<ClosedSign | null>;
  put(text: string, since: Date): Promise<void>;
  /** False when there was none. */
  remove(): Promise<boolean>;
}

export function makeSignStore(tx: Transaction): SignStore {
  return {
    read: () => tx.findOneBy(ClosedSign, { id }),
    put: async (text, since) => {
      await tx.upsert(ClosedSign, { id, text, since }, ['id']);
    },
    remove: async () => (await tx.delete(ClosedSign, { id })).affected === 1,
  };
}
