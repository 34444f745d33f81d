import type { BotCall } from '../../chat/services.js';
import type { Clock } from '../../clock.js';
import { isUnheard, type Answer } from '../../messenger/answer.js';
import type { JobContext, JobOutcome } from '../../outbox/handler.js';
import { isNicety } from './niceties.js';
import { outcomeOf } from './result.js';
import { applyRetryAfter, type RetryAfterParts } from './retry-after.js';
import { withSentIds, type SentIds } from './sent-ids.js';

export interface CallParts extends RetryAfterParts {
  sentIds: SentIds;
  clock: Clock;
}

/** With the back-off, a quarter of an hour. What may be in the chat already, or what a messenger stumbles over, is said no oftener. */
export const doubtfulTries = 20;
/** What nobody has heard is said within a day: a member waits for the end of their recovery, however long a messenger is away. */
const worthSayingMs = 24 * 60 * 60_000;
/** More than the back-off leaves room for in that time. */
export const mostTries = 3_000;

/** Stale after so many milliseconds, when there is too much to do: then left out, so that words get through the sooner. */
const staleAfterMs: Readonly<Record<string, number>> = {
  sendChatAction: 5_000,
  answerCallbackQuery: 30_000,
  editMessageReplyMarkup: 60_000,
};

/** Makes one recorded call in this chat. One whose answer was lost is made again: at the worst a message comes twice. */
export async function makeCall(
  parts: CallParts,
  call: BotCall,
  chatKey: string,
  entry: JobContext,
): Promise<JobOutcome<null>> {
  const { messenger, limiter, patience, sentIds } = parts;
  const nicety = isNicety(call);
  const needless = isStale(parts, call, entry) || (nicety && patience.isSpared(call.method));
  const ready = needless ? null : await withSentIds(call, chatKey, sentIds);
  if (!ready) {
    limiter.giveBack(entry.lane);
    return { kind: 'failed', fault: 'stale or spared or about a message that was never sent' };
  }
  const { method, body } = ready;
  const { nicetyMs, usualMs } = messenger.timeouts;
  const answer = await messenger.call(method, { body, timeoutMs: nicety ? nicetyMs : usualMs });
  applyRetryAfter(parts, answer, { method, lane: entry.lane, nicety });
  const outcome = outcomeOf(answer, null);
  const enough = outcome.kind === 'retry' && (nicety || isEnough(parts, answer, entry));
  return enough ? { kind: 'failed', fault: outcome.fault } : outcome;
}

function isEnough({ clock }: CallParts, answer: Answer, { tries, createdAt }: JobContext): boolean {
  if (!isUnheard(answer)) return tries >= doubtfulTries;
  return clock.now().getTime() - createdAt.getTime() >= worthSayingMs;
}

function isStale({ clock }: CallParts, { method }: BotCall, { createdAt }: JobContext): boolean {
  return clock.now().getTime() - createdAt.getTime() > (staleAfterMs[method] ?? Infinity);
}
