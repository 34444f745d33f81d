/** `unknown`: the service was not reached, has refused, or could not say; never to be taken for a mismatch. */
export type Ownership = 'match' | 'mismatch' | 'unknown';

/**
 * Does this mobile belong to the holder of this national ID, in the operators' register (Shahkar)?
 * A mismatch is no fraud by itself: people rightly use a relative's number, so it asks for staff and is no refusal.
 */
export interface MobileOwnership {
  readonly name: string;
  /** `mobile` is one validated `09…` number. Never throws for what the service does. */
  belongs(mobile: string, nationalId: string): Promise<Ownership>;
}

export interface OwnershipParts {
  /** Is told of each answer that was of no use, in words without secrets and personal data. */
  onFault: (fault: string) => void;
}
