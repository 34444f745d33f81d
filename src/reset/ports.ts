import type { MobileSource } from '../../entities/member.js';
import type { PlatformName } from '../platforms.js';

/** What the portal said about an account; `away` when it did not say anything usable. */
export type AccountAnswer = 'initial' | 'changed' | 'missing' | 'away';

/** What became of a reset at the portal. `conflict`: the id was used for another account. */
export type ResetAnswer = 'done' | 'missing' | 'conflict' | 'unknown';

/** What came of an optional call: `none` where the portal has no such call. */
export type OptionalResult = 'done' | 'failed' | 'none';

/** What the portal has done about an account after “this was not me”. */
export interface LockAnswer {
  lock: OptionalResult;
  sessions: OptionalResult;
}

/** An account to be locked at the portal, and its sessions to be ended, where the portal can. */
export interface LockOrder {
  /** Known to the portal as the one thing that it does once. */
  id: string;
  memberId: number;
  insuredCode: string;
  /** Who said it, and is told what was done. */
  chatKey: string;
  /** What the chat was given to ask support by. */
  reference: string;
}

/** What the portal says of an id asked about later. */
export type OutcomeAnswer = 'done' | 'never-arrived' | 'unknown';

/** Is a mobile in the name of the holder of a national ID? `unknown` when the operators' register did not say anything usable. */
export type OwnerAnswer = 'match' | 'mismatch' | 'unknown';

/** What became of a recovery: over, or kept or with staff for now. */
export type RecoveryOutcome = 'done' | 'given-back' | 'kept' | 'with-staff';

/** Hears what became of a recovery, and how many seconds after its right code. */
export type OnOutcome = (outcome: RecoveryOutcome, seconds: number) => void;

/** A mobile as offered in the dialogue, normalised to `09…`. */
export interface OfferedMobile {
  number: string;
  source: Exclude<MobileSource, 'insurer' | 'registry'>;
  /** What the operators' register has said of it; absent before it was asked. */
  owner?: OwnerAnswer;
}

/** A code to be sent. The code itself is not in it: the sender derives it from the challenge and its key. */
export interface CodeOrder {
  challengeId: string;
  keyId: string;
  /** Which send of this challenge, from 1. */
  send: number;
  /** `09…` */
  to: string;
  minutes: number;
  platform: PlatformName;
  /** A provider that is not to be tried: it has lost this code already. */
  without?: string;
}

/** What follows a pair of which the chat is not told whether it was right. The row is the same for everybody. */
export interface BlindOrder {
  challengeId: string;
  /** Which send of this challenge, from 1. */
  send: number;
  /** What the chat was given to ask support by. */
  reference: string;
  /** Whose account the portal is asked about; null: nothing is to be sent. */
  insuredCode: string | null;
}

/** What follows a wrong code that was typed there. */
export interface BlindMissOrder {
  challengeId: string;
  reference: string;
  /** It ended the challenge. */
  last: boolean;
  /** It locked the member's way back. */
  locked: boolean;
}

/** A question about a first mobile, to the operators' register. */
export interface OwnerOrder {
  inquiryId: string;
  /** `09…` */
  mobile: string;
  nationalId: string;
  chatKey: string;
}

/** `reset`: told after a recovery; `wrong-codes`: after three wrong codes; `number-changed`: to the number that is replaced. */
export interface NoticeOrder {
  notice: 'reset' | 'wrong-codes' | 'number-changed';
  /** `09…` */
  to: string;
  /** The ledger or challenge id that it is about, or the number of the notice. */
  subject: string;
}

/**
 * What is to be done outside once the transaction is committed. Each method writes a row and returns;
 * the answers come back through the service's `…Answered` methods.
 */
export interface ResetJobs {
  sendCode(order: CodeOrder): Promise<void>;
  sendBlind(order: BlindOrder): Promise<void>;
  afterBlindMiss(order: BlindMissOrder): Promise<void>;
  sendNotice(order: NoticeOrder): Promise<void>;
  askAccount(order: { ticketId: string; insuredCode: string; chatKey: string }): Promise<void>;
  askOwner(order: OwnerOrder): Promise<void>;
  resetPassword(order: { resetId: string; insuredCode: string }): Promise<void>;
  askOutcome(order: { resetId: string }): Promise<void>;
  askWhetherChanged(order: { resetId: string; insuredCode: string }): Promise<void>;
  lockAccount(order: LockOrder): Promise<void>;
  /** Takes back what has not gone out yet; true when something was. */
  withdraw(subject: string): Promise<boolean>;
}
