import type { AccountAnswer, OutcomeAnswer, ResetAnswer } from '../reset/ports.js';

/** The insurer's claims portal. Never throws for what the portal does: no clear answer is `away` or `unknown`. */
export interface Portal {
  /** Is the account's password at its initial value? */
  account(insuredCode: string): Promise<AccountAnswer>;
  /** Puts the password back to its initial value. The same id twice is one reset. */
  reset(id: string, insuredCode: string): Promise<ResetAnswer>;
  /** What became of the reset with this id? */
  outcome(id: string): Promise<OutcomeAnswer>;
  healthy(): Promise<boolean>;
}
