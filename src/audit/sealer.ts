import type { Transaction, TransactionRunner } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { beginning, link, page, soundRecords } from './chain.js';
import { judge, type JudgedLines } from './genuine.js';
import { makeAuditStore } from './store.js';

/** What the sealer came upon. */
export interface Extended extends Omit<JudgedLines, 'genuine'> {
  sealed: number;
}

/** Gives committed lines of the trail their place in a chain that no line can leave, enter or change unseen. */
export interface AuditChain {
  /** Chains the oldest unsealed lines that are genuine, and sets the others aside. Throws, with nothing done, when two do so at once. */
  extend(): Promise<Extended>;
  /** The last line of the chain, as it stands; null: there is none. */
  head(): Promise<{ sequence: number; hash: string } | null>;
  /** Hashes a sound chain anew under the current key, so that an older key may go. Throws when it is broken. */
  rechain(): Promise<void>;
}

/** Chains all lines that wait, a page and a transaction at a time. Throws as `extend` does. */
export async function sealWaiting(inTransaction: TransactionRunner, keyring: Keyring): Promise<void> {
  const extend = () => inTransaction((tx) => makeAuditChain({ tx, keyring }).extend());
  while ((await extend()).sealed > 0);
}

export function makeAuditChain({ tx, keyring }: { tx: Transaction; keyring: Keyring }): AuditChain {
  const store = makeAuditStore(tx);
  return {
    extend: async () => {
      const head = await store.head();
      let [sequence, hash] = [head?.sequence ?? 0, head?.hash ?? beginning];
      const waiting = await store.unchained(page);
      const { genuine, forged, missing } = await judge(keyring, waiting, head, (...asked) =>
        store.numbered(...asked),
      );
      const places = genuine.map((line) => {
        sequence += 1;
        hash = link(keyring, keyring.current, hash, { ...line, sequence });
        return { id: line.id, sequence, hash };
      });
      if (places.length > 0 && !(await store.chain(places))) throw new Error('two sealers at once');
      if (forged.length > 0) await store.refuse(forged);
      return { sealed: places.length, forged, missing };
    },

    head: async () => {
      const last = await store.head();
      return last && { sequence: last.sequence, hash: last.hash };
    },

    rechain: async () => {
      const pages = soundRecords(keyring, (...place) => store.chainedAfter(...place));
      let hash = beginning;
      let step = await pages.next();
      for (; !step.done; step = await pages.next()) {
        for (const line of step.value) {
          hash = link(keyring, keyring.current, hash, line);
          await store.rehash(line.id, hash);
        }
      }
      if (step.value) throw new Error(`the audit chain is broken at ${step.value.sequence}`);
    },
  };
}
