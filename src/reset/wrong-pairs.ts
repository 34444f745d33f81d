import type { Keyring } from '../keys/keyring.js';
import type { Ladder, Limit, Limits, Standing } from '../limits/limits.js';
import type { Policy } from './policy.js';
import type { Asker } from './ports.js';
import type { Pair } from './service.js';

/** The count of wrong pairs: by chat, by insured code and by national ID, whether these exist or not. */
export interface WrongPairs {
  standing(pair: Pair, from: Asker): Promise<Standing>;
  count(pair: Pair, from: Asker): Promise<void>;
  /** A right pair: the chat begins anew, what was counted about code and ID stays. */
  clearChat(from: Asker): Promise<void>;
  /** Staff have spoken with the member: what was counted about code and ID is forgotten. */
  clearPair(pair: Pair): Promise<void>;
}

const day = 24 * 3_600_000;

export function makeWrongPairs(house: { limits: Limits; keyring: Keyring; policy: Policy }): WrongPairs {
  const { limits, keyring, policy } = house;
  const hidden = (what: string, value: string): string => `${what}:${keyring.index('limit', value)}`;
  const limit = (key: string): Limit => ({ key, most: policy.wrongPairsPerIdentifierAndDay, windowMs: day });
  const byCode = (pair: Pair): Limit => limit(hidden('pairs:code', pair.insuredCode));
  const byId = (pair: Pair): Limit => limit(hidden('pairs:id', pair.nationalId));
  const byChat = ({ chatKey }: Asker): Ladder => ({
    key: hidden('pairs:chat', chatKey),
    free: policy.wrongPairsPerChat,
    waitsMs: policy.wrongPairWaitsMs,
  });

  return {
    standing: async (pair, from) => {
      const standings = [
        await limits.peek(byCode(pair)),
        await limits.peek(byId(pair)),
        await limits.standing(byChat(from)),
      ];
      const until = standings.flatMap((standing) => (standing.ok ? [] : [standing.until]));
      return until.length > 0 ? { ok: false, until: Math.max(...until) } : { ok: true };
    },

    count: async (pair, from) => {
      await limits.take(byCode(pair));
      await limits.take(byId(pair));
      await limits.climb(byChat(from));
    },

    clearChat: (from) => limits.clear(byChat(from).key),

    clearPair: async (pair) => {
      await limits.clear(byCode(pair).key);
      await limits.clear(byId(pair).key);
    },
  };
}
