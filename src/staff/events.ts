import type { ChainReport } from '../audit/check-chain.js';
import type { StaffRole } from '../../entities/staff-person.js';
import type { FileFault } from '../import/reading.js';
import type { RefusalKind } from '../reports/stats.js';
import type { DocumentKind, DocumentTrouble } from './documents.js';

/** How one provider of SMS stands. */
export interface SmsProviderStatus {
  name: string;
  breaker: 'closed' | 'open' | 'half-open';
  /** Null when the vendor does not tell. */
  credit: { left: number; unit: 'rials' | 'messages' } | null;
}

/** What became of the messages that a provider has taken in a day. `unknown`: nobody has said so far. */
export type SmsDeliveries = Record<'delivered' | 'undelivered' | 'blacklisted' | 'unknown', number>;

/** What came of a test message: `provider` is null where none was asked; `until` only says when the budget is free again. */
export interface SmsTest {
  mobile: string;
  provider: string | null;
  result:
    'accepted' | 'configuration' | 'credit' | 'recipient' | 'rate' | 'vendor' | 'away' | 'doubt' | 'budget';
  until: number;
}

/** What a day was like, as supervisors and owners read it the next morning. */
export interface DailyDigest {
  /** The beginning of that day. */
  at: number;
  done: number;
  givenBack: number;
  /** Recoveries that wait for staff now. */
  waiting: number;
  codes: number;
  /** Of these codes, those that a provider says have arrived. */
  delivered: number;
  /** Of all messages, in rials; null where no price is set. */
  cost: number | null;
  /** People whom each reason met, none of them a group of fewer than five. */
  refusals: readonly { kind: RefusalKind; count: number }[];
  /** Requests of members that are open now. */
  requests: number;
  credit: readonly { name: string; left: number; unit: 'rials' | 'messages' }[];
  /** The last line of the trail's chain; null: there is none yet. */
  head: { sequence: number; hash: string } | null;
}

/** What came of something that was done to a list of members. */
export type ListResult =
  | { kind: 'judged' }
  /** It is known who is not in it. */
  | { kind: 'counted' }
  | { kind: 'not-countable' }
  /** Nothing can be taken from it. */
  | { kind: 'useless'; fault: FileFault }
  /** It is larger than the messenger lets a bot have. */
  | { kind: 'too-large' }
  /** The messenger does not have it any more. */
  | { kind: 'gone' }
  | { kind: 'not-fetched' }
  /** Somebody has applied a part of the very same file. */
  | { kind: 'half-applied'; reference: string }
  | { kind: 'applied' }
  | { kind: 'needs-approval' }
  /** The application key is another one since it was judged. */
  | { kind: 'key-changed' }
  /** It had been dropped, applied or closed before it could be worked on. */
  | { kind: 'overtaken' }
  | { kind: 'undone' }
  /** Who asked for it may not do so any more. */
  | { kind: 'not-allowed' }
  | { kind: 'given-up' };

/** Somebody came, went, changed rank or has another account. Names of nobody are empty. */
export interface StaffChange {
  change: 'add' | 'link' | 'remove' | 'role';
  name: string;
  role: StaffRole | 'none';
  /** As people write it, where one came with it. */
  account: string;
  /** Whoever did it; nobody: at a shell. */
  by: string;
  agreed: string;
  /** From when on they may be one of two; 0: not in this role. */
  from: number;
}

/** What chats are told of the work of staff. */
export type StaffEvent =
  /** Another person asks for consent. */
  | { kind: 'staff-approval'; approvalId: number }
  /** What became of something that needed a second person. */
  | { kind: 'staff-decided'; approvalId: number }
  /** The role of the one who reads this has changed; `none`: they are of staff no more. */
  | { kind: 'staff-role'; role: StaffRole | 'none' }
  | ({ kind: 'staff-change' } & StaffChange)
  /** The file of what was found in a list has been sent, or cannot be: now it is asked whether to apply the list. */
  | { kind: 'staff-list-question'; runId: number }
  /** No file came of what was asked for. */
  | { kind: 'staff-file'; what: DocumentKind; trouble: DocumentTrouble }
  /** The chain of the trail was walked; null: it could not be read. `asked`: a head was looked for as well. */
  | {
      kind: 'staff-trail';
      report: (ChainReport & { unsealed: number; forged: number | null }) | null;
      asked: boolean;
    }
  /** A list of members is being worked on; `result`: and no longer. */
  | { kind: 'staff-list'; taskId: number; result: ListResult | null }
  | {
      kind: 'staff-sms';
      standings: readonly (SmsProviderStatus & { deliveries: SmsDeliveries })[];
      sent: number;
      failed: number;
      doubt: number;
    }
  | ({ kind: 'staff-digest' } & DailyDigest)
  | ({ kind: 'staff-sms-tested' } & SmsTest);
