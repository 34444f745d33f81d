import type { JobParts } from './job.js';

/** Ends challenges whose life is over. A code is refused then in any case; this frees the member's place. */
export const expireChallenges = ({ inTransaction, settlement }: JobParts): Promise<number> =>
  inTransaction((tx) => settlement(tx).expireChallenges());

/** Asks the portal for outcomes that are still unknown and due. */
export const askPortalAgain = ({ inTransaction, settlement }: JobParts): Promise<number> =>
  inTransaction((tx) => settlement(tx).askAgain());
