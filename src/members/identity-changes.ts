import type { IdentityChangeKind, IdentityNotice } from '../../entities/identity-notice.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { makeIdentityNoticeStore } from './identity-notice-store.js';

/** Something that a member is known by was changed by others. */
export interface IdentityChange {
  memberId: number;
  what: IdentityChangeKind;
  /** The number that is theirs no longer, `09…`; null: there was none, or it stays. */
  replaced: string | null;
}

/**
 * What follows for a member when others change a number or a national ID of theirs, whichever way: whoever held the number
 * and every chat of the member are to be told, and no code goes to a number of the member until then and for a while after.
 */
export interface IdentityChanges {
  /** To be called in the transaction of the change, while the members are held. `listed`: a list has brought it. */
  note(changes: readonly IdentityChange[], listed: boolean): Promise<void>;
  /** When the number of a held member has rested, which began no later than now: a clock that was ahead makes it rest no longer. */
  restedAt(memberId: number, codesFrom: Date): Promise<Date>;
  /** Is somebody still to be told of a change of this member's? */
  isUntold(memberId: number): Promise<boolean>;
  /** Some of those who are to be told, staff's own changes first. */
  due(most: number): Promise<DueNotice[]>;
  /** It is on its way: the number rests from now on; false when somebody else has sent it. */
  markTold(notice: DueNotice): Promise<boolean>;
  /** The notice, as long as it is kept. */
  find(noticeId: number): Promise<IdentityNotice | null>;
}

/** A notice with the number in clear. */
export type DueNotice = Pick<IdentityNotice, 'id' | 'memberId' | 'what' | 'chatKey' | 'createdAt'> & {
  to: string | null;
};

export interface IdentityChangeParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
  /** How long a number gets no code after it was changed; 0: it may at once. */
  coolOffMs: number;
}

export function makeIdentityChanges({ tx, keyring, clock, coolOffMs }: IdentityChangeParts): IdentityChanges {
  const store = makeIdentityNoticeStore(tx);
  const rest = async (memberIds: number[]): Promise<void> => {
    if (coolOffMs > 0) await store.rest(memberIds, new Date(clock.now().getTime() + coolOffMs));
  };
  return {
    note: async (changes, listed) => {
      await rest(changes.filter(({ what }) => what !== 'national-id').map(({ memberId }) => memberId));
      const chats = await store.chatsOf(changes.map(({ memberId }) => memberId));
      const common = { keyId: keyring.current, listed: listed ? 1 : 0, createdAt: clock.now(), toldAt: null };
      await store.insert(
        changes.flatMap(({ memberId, what, replaced }) => [
          ...(replaced === null
            ? []
            : [{ memberId, what, mobile: keyring.encrypt('mobile', replaced), chatKey: null, ...common }]),
          ...(chats.get(memberId) ?? []).map((chatKey) => ({
            memberId,
            what,
            mobile: null,
            chatKey,
            ...common,
          })),
        ]),
      );
    },

    restedAt: async (memberId, codesFrom) => {
      const latest = new Date(clock.now().getTime() + coolOffMs);
      if (codesFrom <= latest) return codesFrom;
      if (!(await store.shortenRest(memberId, latest))) throw new Error('a held member has changed');
      return latest;
    },
    isUntold: (memberId) => store.isUntold(memberId),
    due: async (most) =>
      (await store.due(most)).map(({ id, memberId, what, chatKey, createdAt, mobile }) => ({
        id,
        memberId,
        what,
        chatKey,
        createdAt,
        to: mobile && keyring.decrypt('mobile', mobile),
      })),

    markTold: async ({ id, memberId, what }) => {
      if (!(await store.markTold(id, clock.now()))) return false;
      if (what !== 'national-id') await rest([memberId]);
      return true;
    },
    find: (noticeId) => store.find(noticeId),
  };
}
