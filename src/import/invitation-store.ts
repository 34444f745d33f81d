import { LessThanOrEqual, MoreThan } from 'typeorm';
import { ImportInvitation } from '../../entities/import-invitation.js';
import type { Transaction } from '../db/transaction.js';
import { changedCount } from '../db/changed.js';

/** The rows of those who were asked for a list. */
export interface InvitationStore {
  /** Puts it in the place of any that this chat had. */
  put(invitation: ImportInvitation): Promise<void>;
  isOpen(whose: { chatKey: string; personId: number }, now: Date): Promise<boolean>;
  /** Ends it by what it was for; false when it was not open for this person. */
  take(whose: { chatKey: string; personId: number }, now: Date): Promise<boolean>;
  /** Ends it; false when there was none. */
  close(chatKey: string, now: Date): Promise<boolean>;
  /** Removes what is over; returns how many. */
  purge(now: Date): Promise<number>;
}

export function makeInvitationStore(tx: Transaction): InvitationStore {
  const remove = async (which: Parameters<typeof tx.delete>[1]): Promise<number> =>
    changedCount(await tx.delete(ImportInvitation, which));
  return {
    put: async (invitation) => {
      await remove({ chatKey: invitation.chatKey });
      await tx.insert(ImportInvitation, invitation);
    },
    isOpen: (whose, now) => tx.existsBy(ImportInvitation, { ...whose, until: MoreThan(now) }),
    take: async (whose, now) => (await remove({ ...whose, until: MoreThan(now) })) === 1,
    close: async (chatKey, now) => (await remove({ chatKey, until: MoreThan(now) })) === 1,
    purge: (now) => remove({ until: LessThanOrEqual(now) }),
  };
}
