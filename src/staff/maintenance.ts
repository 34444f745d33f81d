import type { Clock } from '../clock.js';
import { afterCommit } from '../db/after-commit.js';
import type { Transaction } from '../db/transaction.js';
import { second } from '../durations.js';
import { makeMaintenanceStore } from './maintenance-store.js';

/** The sign on the door. While it hangs, members read it in place of any answer. */
export interface Maintenance {
  /** What it says; null when the house is open. */
  read(): Promise<string | null>;
  /** Hangs it, in place of another if there is one. */
  enable(text: string): Promise<boolean>;
  disable(): Promise<boolean>;
}

/** What it said when it was last looked at. Every message of every member looks at it, and another replica may have changed it. */
const seen = new WeakMap<Transaction['connection'], { text: string | null; at: number }>();
const believedMs = second;

export function makeMaintenance({ tx, clock }: { tx: Transaction; clock: Clock }): Maintenance {
  const store = makeMaintenanceStore(tx);
  const forget = (): void => {
    seen.delete(tx.connection);
    afterCommit(tx, () => seen.delete(tx.connection));
  };
  return {
    read: async () => {
      const now = clock.now().getTime();
      const known = seen.get(tx.connection);
      if (known && Math.abs(now - known.at) < believedMs) return known.text;
      const text = (await store.read())?.text ?? null;
      seen.set(tx.connection, { text, at: now });
      return text;
    },
    enable: async (text) => {
      await store.put(text, clock.now());
      forget();
      return true;
    },
    disable: async () => {
      const removed = await store.remove();
      forget();
      return removed;
    },
  };
}
