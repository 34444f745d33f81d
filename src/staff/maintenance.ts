import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { makeSignStore } from './maintenance-store.js';

/** The sign on the door. While it hangs, members read it in place of any answer. */
export interface Sign {
  /** What it says; null when the house is open. */
  read(): Promise<string | null>;
  /** Hangs it, in place of another if there is one. */
  hang(text: string): Promise<boolean>;
  takeDown(): Promise<boolean>;
}

export function makeSign({ tx, clock }: { tx: Transaction; clock: Clock }): Sign {
  const store = makeSignStore(tx);
  return {
    read: async () => (await store.read())?.text ?? null,
    hang: async (text) => {
      await store.put(text, clock.now());
      return true;
    },
    takeDown: () => store.remove(),
  };
}
