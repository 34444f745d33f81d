import type { Audit } from '../audit/audit.js';
import type { AuditReason } from '../audit/vocabulary.js';
import type { Day } from '../calendar/day.js';
import { chatAddress } from '../chats/address.js';
import type { Transaction } from '../db/transaction.js';
import type { StaffMember } from '../people/people.js';
import { makeResetListStore } from '../reports/reset-list-store.js';
import { spanOf } from '../reports/reset-list.js';
import type { Locale } from '../words/words.js';
import type { DocumentKind, DocumentRequest } from './documents.js';

/** A file to be made, for whom, and in which chat and language. */
export interface WantedDocument {
  order: DocumentRequest;
  personId: number;
  chatKey: string;
  locale: Locale;
}

/** Files that staff ask for. */
export interface Documents {
  /**
   * Has it made; it comes to their chat, or word why it does not. Of one that says who did what, the trail keeps who took
   * it.
   */
  request(actor: StaffMember, document: DocumentRequest, locale: Locale): Promise<void>;
  /** Is there any recovery on record of these days? */
  anyRecoveries(days: { from: Day; to: Day }): Promise<boolean>;
}

export interface DocumentParts {
  tx: Transaction;
  audit: Audit;
  enqueueDocument: (wanted: WantedDocument) => Promise<void>;
}

const takenAs: Partial<Record<DocumentKind, AuditReason>> = {
  recoveries: 'resets-exported',
  trail: 'trail-exported',
};

export function makeDocuments({ tx, audit, enqueueDocument }: DocumentParts): Documents {
  return {
    request: async ({ personId, role, chatKey }, document, locale) => {
      const { what, ...options } = document;
      const reason = takenAs[what];
      if (reason) {
        const detail = { role, platform: chatAddress(chatKey).platform, ...options };
        await audit.write({ reason, actor: `staff:${personId}`, detail });
      }
      await enqueueDocument({ order: document, personId, chatKey, locale });
    },
    anyRecoveries: ({ from, to }) => makeResetListStore(tx).any(spanOf(from, to)),
  };
}
