import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { makeAuditStore } from './store.js';
import { auditEvent, type AuditReason, type QuotedReason } from './vocabulary.js';

/** What is written down. Nothing here may hold a code, a national ID, a key or a whole number. */
export type AuditRecord = Told &
  (
    | { reason: AuditReason; reference?: null }
    /** What the member was told to quote to support. */
    | { reason: QuotedReason; reference: string | null }
  );

interface Told {
  /** `chat:<key>`, `staff:<person>`, `operator` at a shell, or `system`. */
  actor: string;
  memberId?: number | null;
  /** Masked, and plain. */
  detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The trail. Lines are written with the change that they tell of, and chained afterwards by the sealer. */
export interface Audit {
  write(line: AuditRecord): Promise<void>;
  /** The chats in which such things have happened about a member since then, at most so many, the latest first. */
  chatsOf(memberId: number, reasons: readonly AuditReason[], since: Date, most: number): Promise<string[]>;
  /** The chat that was given this reference; null: none was. */
  chatOf(reference: string): Promise<string | null>;
}

/** What signs each line, when, and where it is written. */
export interface AuditParts {
  tx: Transaction;
  clock: Clock;
  keyring: Keyring;
}

export function makeAudit({ tx, clock, keyring }: AuditParts): Audit {
  const store = makeAuditStore(tx);
  return {
    write: async ({ reason, actor, memberId = null, reference = null, detail = {} }) => {
      const line = { at: clock.now(), event: auditEvent(reason), actor, memberId, reference };
      await store.insert({ keyring, entry: { ...line, detail: written(detail) } });
    },
    chatOf: async (reference) => (await store.actorOf(reference, 'chat:'))?.slice('chat:'.length) ?? null,
    chatsOf: async (memberId, reasons, since, most) => {
      const lines = { memberId, events: reasons.map(auditEvent), since, begins: 'chat:' };
      return (await store.actorsOf(lines, most)).map((actor) => actor.slice('chat:'.length));
    },
  };
}

/** Without a control character, so that it stands in a table as it stands here. */
const written = (detail: NonNullable<AuditRecord['detail']>): string =>
  JSON.stringify(detail).replace(
    /[\u007f-\u009f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
