import { makeBoundChatStore } from './bound-chat-store.js';
import { endedKeptMs } from './bound-chats.js';
import type { Transaction } from '../db/transaction.js';
import { makeChallengeStore } from './challenge-store.js';
import { day } from '../durations.js';

/** Longer than a provider takes to say what became of an SMS. Of the request only the trail is left then, without its number. */
const overKeptMs = 7 * day;

/** Removes requests for a code that have long been over; returns how many. */
export const purgeChallenges = (tx: Transaction, now: Date): Promise<number> =>
  makeChallengeStore(tx).purge(new Date(now.getTime() - overKeptMs));

/** Removes chats whose bond to a member ended long ago; returns how many. */
export const purgeBoundChats = (tx: Transaction, now: Date): Promise<number> =>
  makeBoundChatStore(tx).purge(new Date(now.getTime() - endedKeptMs));
