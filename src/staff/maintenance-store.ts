import { MaintenanceNotice } from '../../entities/maintenance-notice.js';
import type { Transaction } from '../db/transaction.js';
import { changedOne } from '../db/changed.js';

/** There is one door. */
const id = 1;

/** The row of the closed sign. */
export interface MaintenanceStore {
  read(): Promise<MaintenanceNotice | null>;
  put(text: string, since: Date): Promise<void>;
  /** False when there was none. */
  remove(): Promise<boolean>;
}

export function makeMaintenanceStore(tx: Transaction): MaintenanceStore {
  return {
    read: () => tx.findOneBy(MaintenanceNotice, { id }),
    put: async (text, since) => {
      await tx.upsert(MaintenanceNotice, { id, text, since }, ['id']);
    },
    remove: async () => changedOne(await tx.delete(MaintenanceNotice, { id })),
  };
}
