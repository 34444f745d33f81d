import type { AccountAnswer, OutcomeAnswer, ResetAnswer } from '../reset/ports.js';

/** The optional calls of the contract. */
export const portalCapabilities = ['end-sessions', 'lock-account'] as const;
export type PortalCapability = (typeof portalCapabilities)[number];

/** The insurer's claims portal. Never throws for what the portal does: no clear answer is `away`, `unknown` or null. */
export interface Portal {
  /** Is the account's password at its initial value? */
  account(insuredCode: string): Promise<AccountAnswer>;
  /** Puts the password back to its initial value. The same id twice is one reset. */
  reset(id: string, insuredCode: string): Promise<ResetAnswer>;
  /** What became of the reset with this id? */
  outcome(id: string): Promise<OutcomeAnswer>;
  /** The optional calls that it has. */
  capabilities(): Promise<readonly PortalCapability[] | null>;
  /** Ends every open session of the account. The same id twice is done once. */
  endSessions(id: string, insuredCode: string): Promise<ResetAnswer>;
  /** Nobody signs in to the account until the portal's own support opens it. The same id twice is done once. */
  lockAccount(id: string, insuredCode: string): Promise<ResetAnswer>;
  healthy(): Promise<boolean>;
}
