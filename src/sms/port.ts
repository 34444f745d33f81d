import type { PlatformName } from '../platforms.js';

/** A message that carries a one-time code. `to` is one validated `09…` number. */
export interface CodeMessage {
  to: string;
  code: string;
  /** Whole minutes the code lives. */
  minutes: number;
  platform: PlatformName;
  /** Ours; unique for each send. */
  reference: string;
}

/** A message that tells a member of something that happened on their account; `test`: tells somebody of staff nothing. */
export interface NoticeMessage {
  to: string;
  notice: 'reset' | 'wrong-codes' | 'number-changed' | 'test';
  reference: string;
}

/** Why a vendor refused: ours to mend (key, template, plan), no credit, this number, too fast, or its own trouble. */
export type SmsRefusalReason = 'configuration' | 'credit' | 'recipient' | 'rate' | 'vendor';

/**
 * `accepted`: it is on its way, as far as the vendor says. `refused`: it certainly is not.
 * `unavailable`: the vendor was not reached or said nothing usable; `sent` tells whether it may have gone out all the same.
 */
export type SmsResult =
  | { kind: 'accepted'; id: string | null }
  | { kind: 'refused'; reason: SmsRefusalReason; fault: string }
  | { kind: 'unavailable'; maybeSent: boolean; fault: string };

export type Delivery = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'blacklisted' | 'unknown';

/** What is left to send with, in the vendor's own unit. */
export interface Credit {
  left: number;
  unit: 'rials' | 'messages';
}

/** One SMS vendor. Never throws for what the vendor does; `fault` never holds a code, a number or a key. */
export interface SmsProvider {
  readonly name: string;
  sendCode(message: CodeMessage): Promise<SmsResult>;
  sendNotice(message: NoticeMessage): Promise<SmsResult>;
  /** What became of a message, by the vendor's id. */
  status(id: string): Promise<Delivery>;
  /** Null when the vendor does not tell. */
  credit(): Promise<Credit | null>;
}
