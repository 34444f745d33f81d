import type { Alerts } from '../../alerts/alerts.js';
import { checkChain, type ChainReport } from '../../audit/check-chain.js';
import { makeAuditStore } from '../../audit/store.js';
import type { InTransaction, Transaction } from '../../db/transaction.js';
import type { Keyring } from '../../keys/keyring.js';
import type { Chats } from '../../reset/ports.js';
import type { Performer } from '../../outbox/handler.js';
import type { TrailCheck } from './enqueue.js';

export interface TrailCheckParts {
  inTransaction: InTransaction;
  keyring: Keyring;
  rooms: (tx: Transaction) => { alerts: Alerts; chats: Chats };
}

type Result = ChainReport | 'not-read';

/** Walks the chain of the trail, each page in a transaction of its own, so that a trail of years holds nobody up. */
export function makeTrailCheckPerformer({
  inTransaction,
  keyring,
  rooms,
}: TrailCheckParts): Performer<TrailCheck, Result> {
  return {
    ...{ atOnce: 1, leaseMs: 60_000, tries: 5, afterCrash: 'repeat' },
    kind: 'trail-check',
    async perform(asked, { goOn }) {
      const read = (sequence: number, most: number) =>
        inTransaction((tx) => makeAuditStore(tx).sealedAfter(sequence, most));
      const walk = checkChain(keyring, read, asked?.kept ?? null);
      for (;;) {
        const step = await walk.next();
        if (step.done) return { kind: 'done', result: step.value };
        if (!(await goOn())) return { kind: 'later', fault: 'broken off on the way' };
      }
    },
    async settle(tx, asked, result) {
      const { alerts, chats } = rooms(tx);
      const broken = result === 'not-read' ? null : result.broken;
      if (broken) await alerts.raise({ cause: 'trail-broken', facts: { place: broken.sequence } });
      if (!asked) return;
      const { chatKey, id, kept } = asked;
      const report =
        result === 'not-read' ? null : { ...result, unsealed: await makeAuditStore(tx).countUnsealed() };
      await chats.tell(chatKey, { kind: 'staff-trail', report, asked: kept !== null }, `trail-check:${id}`);
    },
    givenUp: () => 'not-read',
  };
}
