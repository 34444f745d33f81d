import type { Keyring } from '../keys/keyring.js';
import type { BackOffSteps, Limit, Limits, LimitStatus } from '../limits/limits.js';
import type { Policy } from './policy.js';
import type { Asker } from '../chats/address.js';
import type { Pair } from './service.js';
import { day } from '../durations.js';

/** May a pair be typed? If not, until when, and whether it is this chat that has to wait, or whoever names this code or ID. */
export type PairStatus = { ok: true } | { ok: false; until: number; cap: 'chat' | 'pair' };

/** The count of wrong pairs: by chat, by insured code and by national ID, whether these exist or not. */
export interface WrongPairs {
  /**
   * Whoever names the same code or ID at the same moment waits. Else a burst would be let through, and a longer one where
   * no member's row keeps them apart, which would tell that nobody has such a code.
   */
  status(pair: Pair, from: Asker): Promise<PairStatus>;
  count(pair: Pair, from: Asker): Promise<void>;
  /** A right pair: the chat begins anew, what was counted about code and ID stays. */
  clearChat(from: Pick<Asker, 'chatKey'>): Promise<void>;
  /** Staff have spoken with the member: what was counted about code and ID is forgotten. */
  clearPair(pair: Pair): Promise<void>;
}

const free = -Infinity;

const ends = (status: LimitStatus): number => (status.ok ? free : status.until);

export function makeWrongPairs(house: { limits: Limits; keyring: Keyring; policy: Policy }): WrongPairs {
  const { limits, keyring, policy } = house;
  const hidden = (what: string, value: string): string => `${what}:${keyring.index('limit', value)}`;
  const limit = (key: string): Limit => ({ key, most: policy.wrongPairsPerIdentifierAndDay, windowMs: day });
  const byCode = (pair: Pair): Limit => limit(hidden('pairs:code', pair.insuredCode));
  const byId = (pair: Pair): Limit => limit(hidden('pairs:id', pair.nationalId));
  const byChat = ({ chatKey }: Pick<Asker, 'chatKey'>): BackOffSteps => ({
    key: hidden('pairs:chat', chatKey),
    free: policy.wrongPairsPerChat,
    waitsMs: policy.wrongPairWaitsMs,
  });

  return {
    status: async (pair, from) => {
      const ofPair = [await limits.lockForUpdate(byCode(pair)), await limits.lockForUpdate(byId(pair))].map(
        ends,
      );
      const ofChat = ends(await limits.status(byChat(from)));
      const until = Math.max(...ofPair, ofChat);
      if (until === free) return { ok: true };
      return { ok: false, until, cap: until === ofChat ? 'chat' : 'pair' };
    },

    count: async (pair, from) => {
      await limits.take(byCode(pair));
      await limits.take(byId(pair));
      await limits.countStep(byChat(from));
    },

    clearChat: (from) => limits.clear(byChat(from).key),

    clearPair: async (pair) => {
      await limits.clear(byCode(pair).key);
      await limits.clear(byId(pair).key);
    },
  };
}
