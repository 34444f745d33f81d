import type { BotCall, Later, RecordCall } from '../../chat/services.js';
import { makeSendingName, unsentId, type UnsentId } from '../../chats/unsent.js';
import { chatAddress } from '../../chats/address.js';
import type { Transaction } from '../../db/transaction.js';
import {
  cancelJobs,
  cancelUnwritten,
  enqueue,
  unwrittenJobs,
  type Job,
  type OutboxParts,
} from '../../outbox/outbox.js';
import type { PlatformName } from '../../platforms.js';
import type { Random } from '../../random.js';
import { isNicety } from './niceties.js';

/** Each messenger has a kind of its own, so that a slow one does not hold up the other. */
export const botCallsKind = (platform: PlatformName): string => `bot-calls:${platform}`;

/** What a transaction says in one chat: words in their order, and behind them what is only nice to have. */
export interface BotCalls {
  /** Names the messages that it sends, while they are not sent yet. */
  sending: number;
  words: BotCall[];
  niceties: BotCall[];
}

/** What it is about, by which its row is found. */
export const subjectOf = (sending: number): string => `sending:${sending}`;

export interface RecordCallParts extends OutboxParts {
  random: Random;
}

/**
 * Enqueues the bot's calls under the chat as ordering key: a person reads them in the order in which they were made. All
 * calls of a transaction to one chat are one job.
 */
export function recordCall(parts: RecordCallParts, chatKey: string): RecordCall {
  return async (call: BotCall, later?: Later) => {
    if (later) return enqueueLater(parts, chatKey, call, later);
    const { job, payload } = await callsOf(parts, chatKey);
    const { sending, words, niceties } = payload;
    // Whatever is said in the chat makes needless what was only to fill the wait for it.
    if (!isNicety(call) && words.length === 0) {
      job.withdraws = laterSubject(chatKey);
      cancelUnwritten(parts.tx, job.withdraws);
    }
    if (isNicety(call)) niceties.push(call);
    else words.push(call);
    return unsentId(sending, Math.max(0, words.length - 1));
  };
}

async function enqueueLater(
  parts: RecordCallParts,
  chatKey: string,
  call: BotCall,
  { subject, afterMs }: Later,
): Promise<UnsentId> {
  const payload: BotCalls = { sending: makeSendingName(parts.random), words: [call], niceties: [] };
  const kind = botCallsKind(chatAddress(chatKey).platform);
  await enqueue(parts, { kind, subject: laterSubject(subject), afterMs, payload });
  return unsentId(payload.sending, 0);
}

/** What waits to be said about this is not said any more; false where it has gone already, or was never written. */
export const withdrawCalls = (tx: Transaction, subject: string): Promise<boolean> =>
  cancelJobs(tx, laterSubject(subject));

/** What waits to be said in a chat, or about something else, is found under this. */
export const laterSubject = (subject: string): string => `later:${subject}`;

/** The job of this transaction's calls to a chat, begun unless it is there already. */
async function callsOf(parts: RecordCallParts, chatKey: string): Promise<{ job: Job; payload: BotCalls }> {
  const kind = botCallsKind(chatAddress(chatKey).platform);
  const begun = unwrittenJobs(parts.tx).find((job) => job.kind === kind && job.lane === chatKey);
  if (begun) return { job: begun, payload: begun.payload as BotCalls };
  const payload: BotCalls = { sending: makeSendingName(parts.random), words: [], niceties: [] };
  const job = { kind, lane: chatKey, subject: subjectOf(payload.sending), payload };
  await enqueue(parts, job);
  return { job, payload };
}
