import type { Audit } from '../audit/audit.js';
import { chatName, type ChatName } from '../chats/mark.js';
import type { Clock } from '../clock.js';
import { afterCommit } from '../db/after-commit.js';
import type { Transaction } from '../db/transaction.js';
import { hour, second } from '../durations.js';
import type { Keyring } from '../keys/keyring.js';
import type { Limits } from '../limits/limits.js';
import type { People } from '../people/people.js';

/** So long a chat that misbehaves is answered no more. */
export const mutedForHours = 24;

/** A chat that staff know by a reference that was given there. */
export interface QuotedChat extends ChatName {
  isMuted: boolean;
  /** One of a colleague's, which is never muted. */
  isStaff: boolean;
}

/** Chats whose messages get no answer for a while. What they are told of their own recoveries goes on. */
export interface Mutes {
  /** Looked at for every message, so it is believed for a second. */
  isMuted(chatKey: string): Promise<boolean>;
  /** Null: the reference was given to no chat. */
  find(reference: string): Promise<QuotedChat | null>;
  /** False when it is muted, or there is none. */
  mute(reference: string): Promise<boolean>;
  /** False when it was not. */
  unmute(reference: string): Promise<boolean>;
}

export interface MuteParts {
  tx: Transaction;
  clock: Clock;
  keyring: Keyring;
  limits: Limits;
  audit: Pick<Audit, 'chatOf'>;
  people: Pick<People, 'chatsOf'>;
}

const prefix = 'mute:';

/** Those that were muted when it was last looked at; another replica may have muted one since. */
const seen = new WeakMap<Transaction['connection'], { keys: ReadonlySet<string>; at: number }>();

export function makeMutes({ tx, clock, keyring, limits, audit, people }: MuteParts): Mutes {
  const windowMs = mutedForHours * hour;
  const limitOf = (chatKey: string) => ({
    ...{ key: `${prefix}${keyring.index('limit', chatKey)}`, most: 1, windowMs },
  });
  const forget = (): void => {
    seen.delete(tx.connection);
    afterCommit(tx, () => seen.delete(tx.connection));
  };
  const muted = async (): Promise<ReadonlySet<string>> => {
    const now = clock.now().getTime();
    const known = seen.get(tx.connection);
    if (known && Math.abs(now - known.at) < second) return known.keys;
    const keys = new Set(await limits.running(prefix, windowMs));
    seen.set(tx.connection, { keys, at: now });
    return keys;
  };
  return {
    isMuted: async (chatKey) => {
      const keys = await muted();
      return keys.size > 0 && keys.has(limitOf(chatKey).key);
    },
    find: async (reference) => {
      const chatKey = await audit.chatOf(reference);
      if (chatKey === null) return null;
      return {
        ...chatName(keyring, chatKey),
        isMuted: (await limits.peek([limitOf(chatKey)])).some(({ ok }) => !ok),
        isStaff: (await people.chatsOf('operator')).includes(chatKey),
      };
    },
    mute: async (reference) => {
      const chatKey = await audit.chatOf(reference);
      forget();
      return chatKey !== null && (await limits.take(limitOf(chatKey))).ok;
    },
    unmute: async (reference) => {
      const chatKey = await audit.chatOf(reference);
      forget();
      return chatKey !== null && (await limits.clear(limitOf(chatKey).key)) > 0;
    },
  };
}
