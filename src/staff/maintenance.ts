import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { makeMaintenanceStore } from './maintenance-store.js';

/** The sign on the door. While it hangs, members read it in place of any answer. */
export interface Maintenance {
  /** What it says; null when the house is open. */
  read(): Promise<string | null>;
  /** Hangs it, in place of another if there is one. */
  enable(text: string): Promise<boolean>;
  disable(): Promise<boolean>;
}

export function makeMaintenance({ tx, clock }: { tx: Transaction; clock: Clock }): Maintenance {
  const store = makeMaintenanceStore(tx);
  return {
    read: async () => (await store.read())?.text ?? null,
    enable: async (text) => {
      await store.put(text, clock.now());
      return true;
    },
    disable: () => store.remove(),
  };
}
