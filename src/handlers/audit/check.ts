import type { Alerts } from '../../alerts/alerts.js';
import { checkChain, type ChainReport } from '../../audit/check-chain.js';
import { makeAuditStore } from '../../audit/store.js';
import type { TransactionRunner, Transaction } from '../../db/transaction.js';
import type { Keyring } from '../../keys/keyring.js';
import type { Tell } from '../../chats/tell.js';
import type { JobHandler } from '../../outbox/handler.js';
import type { TrailCheck } from './enqueue.js';
import type { StaffEvent } from '../../staff/events.js';

export interface TrailCheckParts {
  inTransaction: TransactionRunner;
  keyring: Keyring;
  services: (tx: Transaction) => { alerts: Alerts; chats: Tell<StaffEvent> };
}

type Result = ChainReport | 'not-read';

/** Walks the chain of the trail, each page in a transaction of its own, so that a trail of years holds nobody up. */
export function makeTrailCheckHandler({
  inTransaction,
  keyring,
  services,
}: TrailCheckParts): JobHandler<TrailCheck, Result> {
  return {
    concurrency: 1,
    waitsOutside: false,
    leaseMs: 60_000,
    tries: 5,
    onWorkerDeath: 'retry',
    kind: 'trail-check',
    async run(asked, { renewLease }) {
      const read = (sequence: number, most: number) =>
        inTransaction((tx) => makeAuditStore(tx).chainedAfter(sequence, most));
      const walk = checkChain(keyring, read, asked?.kept ?? null, (ranges) =>
        inTransaction((tx) => makeAuditStore(tx).numbered(ranges)),
      );
      for (;;) {
        const step = await walk.next();
        if (step.done) return { kind: 'done', result: step.value };
        if (!(await renewLease())) return { kind: 'retry', fault: 'broken off on the way' };
      }
    },
    async onResult(tx, asked, result) {
      const { alerts, chats } = services(tx);
      const broken = result === 'not-read' ? null : result.broken;
      if (broken) await alerts.raise({ cause: 'trail-broken', facts: { place: broken.sequence } });
      const missing = result === 'not-read' ? null : result.missing;
      if (missing) await alerts.raise({ cause: 'trail-not-genuine', facts: { what: 'missing', ...missing } });
      if (!asked) return;
      const { chatKey, id, kept } = asked;
      const store = makeAuditStore(tx);
      const open = { unsealed: await store.countUnchained(), forged: await store.firstRefused() };
      const report = result === 'not-read' ? null : { ...result, ...open };
      await chats.tell(chatKey, { kind: 'staff-trail', report, asked: kept !== null }, `trail-check:${id}`);
    },
    onExhausted: () => 'not-read',
  };
}
