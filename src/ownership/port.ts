import type { Timeouts } from '../http-client/send.js';
import type { OwnerAnswer } from '../reset/ports.js';

/** What an operator wants to know of the service: is it there, and does it take our key? */
export type OwnershipStatus = 'answers' | 'key-refused' | 'away';

/**
 * Does this mobile belong to the holder of this national ID, in the operators' register (Shahkar)?
 * A mismatch is no fraud by itself: people rightly use a relative's number, so it asks for staff and is no refusal.
 */
export interface MobileOwnership {
  readonly name: string;
  /** `mobile` is one validated `09…` number. Never throws for what the service does; what is unclear is no mismatch. */
  belongs(mobile: string, nationalId: string): Promise<OwnerAnswer>;
  /** Asks about nobody. */
  status(): Promise<OwnershipStatus>;
}

export interface OwnershipParts {
  /** Is told of each answer that was of no use, in words without secrets and personal data. */
  onFault: (fault: string) => void;
  /** Is told of each that was clear. */
  onClear?: () => void;
}

/** A member is waiting for the answer. */
export const shortTimeouts: Timeouts = { connectMs: 3_000, answerMs: 5_000 };
