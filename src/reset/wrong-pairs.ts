import type { Keyring } from '../keys/keyring.js';
import type { BackOffSteps, Limit, Limits, LimitStatus } from '../limits/limits.js';
import type { Policy } from './policy.js';
import { purseKey, purses, type Purse } from './purse.js';
import type { Asker } from '../chats/address.js';
import type { Pair } from './service.js';
import { day } from '../durations.js';

/**
 * May a pair be typed? If not, until when, and whether it is this chat that has to wait, or every chat of the member's that
 * names this code or ID. `blind`: it may, but strangers have used up what there is to be told about this code or ID.
 */
export type PairStatus = { ok: true; blind: boolean } | { ok: false; until: number; cap: 'chat' | 'pair' };

/** The count of wrong pairs: by chat, by insured code and by national ID, whether these exist or not. */
export interface WrongPairs {
  /**
   * Whoever names the same code or ID at the same moment waits. Else a burst would be let through, and a longer one where
   * no member's row keeps them apart, which would tell that nobody has such a code. `beside`: how these limits stand, asked
   * in the same statement.
   */
  status(
    pair: Pair,
    purse: Purse,
    from: Asker,
    beside?: readonly Limit[],
  ): Promise<{ status: PairStatus; beside: LimitStatus[] }>;
  count(pair: Pair, purse: Purse, from: Asker): Promise<void>;
  /** One of which the chat is not told whether it was wrong: it counts for the chat, right or wrong. */
  countBlind(from: Asker): Promise<void>;
  /** A right code: the chat begins anew, what was counted about code and ID stays. */
  forgetChat(from: Asker): Promise<void>;
  /** The same by staff; returns how much was counted. */
  clearChat(from: Pick<Asker, 'chatKey'>): Promise<number>;
  /** Staff have spoken with the member: what was counted about code and ID is forgotten in both purses; returns how much it was. */
  clearPair(pair: Pair): Promise<number>;
  /** How many this purse has counted about the code or the ID, whichever is more; only to be shown. */
  used(pair: Pair, purse: Purse): Promise<number>;
}

const free = -Infinity;

const ends = (status: LimitStatus): number => (status.ok ? free : status.until);

/** `ofChat` and `ofPair`: until when each has to wait. */
function statusOf(purse: Purse, ofChat: number, ofPair: number): PairStatus {
  if (ofChat === free && (ofPair === free || purse === 'others')) return { ok: true, blind: ofPair !== free };
  // What strangers hear of a chat that has to wait tells nothing of the pair.
  const until = purse === 'others' ? ofChat : Math.max(ofPair, ofChat);
  return { ok: false, until, cap: until === ofChat ? 'chat' : 'pair' };
}

export function makeWrongPairs(house: { limits: Limits; keyring: Keyring; policy: Policy }): WrongPairs {
  const { limits, keyring, policy } = house;
  const hidden = (what: string, value: string): string => `${what}:${keyring.index('limit', value)}`;
  const limit = (key: string): Limit => ({ key, most: policy.wrongPairsPerIdentifierAndDay, windowMs: day });
  const byCode = (pair: Pair, purse: Purse): Limit =>
    limit(purseKey(hidden('pairs:code', pair.insuredCode), purse));
  const byId = (pair: Pair, purse: Purse): Limit =>
    limit(purseKey(hidden('pairs:id', pair.nationalId), purse));
  const byChat = ({ chatKey }: Pick<Asker, 'chatKey'>): BackOffSteps => ({
    key: hidden('pairs:chat', chatKey),
    free: policy.wrongPairsPerChat,
    waitsMs: policy.wrongPairWaitsMs,
  });

  return {
    status: async (pair, purse, from, asked = []) => {
      const ofPair = [byCode(pair, purse), byId(pair, purse)];
      await limits.lockForUpdate(ofPair);
      const statuses = await limits.peek([byChat(from), ...ofPair, ...asked]);
      const beside = statuses.splice(1 + ofPair.length);
      const [ofChat = free, ...counted] = statuses.map(ends);
      return { status: statusOf(purse, ofChat, Math.max(...counted)), beside };
    },

    count: async (pair, purse, from) => {
      await limits.take(byCode(pair, purse));
      await limits.take(byId(pair, purse));
      await limits.countStep(byChat(from));
    },

    countBlind: (from) => limits.countStep(byChat(from)),

    forgetChat: (from) => limits.forget(byChat(from).key),

    clearChat: (from) => limits.clear(byChat(from).key),

    used: async (pair, purse) =>
      Math.max(await limits.count(byCode(pair, purse).key), await limits.count(byId(pair, purse).key)),

    clearPair: async (pair) => {
      let most = 0;
      for (const purse of purses) {
        const [ofCode, ofId] = [byCode(pair, purse).key, byId(pair, purse).key];
        most += Math.max(await limits.clear(ofCode), await limits.clear(ofId));
      }
      return most;
    },
  };
}
