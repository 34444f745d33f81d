import type { BotCall } from '../../chat/services.js';
import type { Clock } from '../../clock.js';
import { isUnheard, type Answer } from '../../messenger/answer.js';
import { botCallKind } from './enqueue.js';
import type { JobContext, JobHandler } from '../../outbox/handler.js';
import { outcomeOf } from './result.js';
import { applyRetryAfter, type RetryAfterParts } from './retry-after.js';
import { withSentIds, type SentAs } from './sent-ids.js';

export interface BotCallParts extends RetryAfterParts {
  sentAs: SentAs;
  clock: Clock;
}

/** Nice to have: tried twice, and no more. */
const passing = new Set([
  ...['deleteMessage', 'editMessageReplyMarkup', 'answerCallbackQuery', 'sendChatAction'],
  ...['setMyCommands', 'deleteMyCommands'],
]);
const passingTries = 2;

/** With the back-off, a quarter of an hour. What may be in the chat already, or what a messenger stumbles over, is said no oftener. */
const doubtfulTries = 20;
/** What nobody has heard is said within a day: a member waits for the end of their recovery, however long a messenger is away. */
const worthSayingMs = 24 * 60 * 60_000;
/** More than the back-off leaves room for in that time. */
const mostTries = 3_000;

/** Stale after so many milliseconds, when there is too much to do: then left out, so that words get through the sooner. */
const staleAfterMs: Readonly<Record<string, number>> = {
  sendChatAction: 5_000,
  answerCallbackQuery: 30_000,
  editMessageReplyMarkup: 60_000,
};

/** Makes one recorded call at its messenger. A call whose answer was lost is made again: at the worst a message comes twice. */
export function makeBotCallHandler(parts: BotCallParts): JobHandler<BotCall, null> {
  const { messenger, limiter, sentAs } = parts;
  return {
    kind: botCallKind(messenger.platform),
    concurrency: 24,
    limiter,
    leaseMs: 20_000,
    tries: mostTries,
    onWorkerDeath: 'retry',
    async run(call, entry) {
      const ready = isStale(parts, call, entry) ? null : await withSentIds(call, sentAs);
      if (!ready) {
        limiter.giveBack(entry.lane);
        return { kind: 'failed', fault: 'stale, or about a message that was never sent' };
      }
      const { method, body } = ready;
      const answer = await messenger.call(method, { body });
      applyRetryAfter(parts, answer, entry.lane);
      const outcome = outcomeOf(answer, null);
      const enough = outcome.kind === 'retry' && isEnough(parts, method, answer, entry);
      return enough ? { kind: 'failed', fault: outcome.fault } : outcome;
    },
    onResult: async () => undefined,
    onExhausted: () => null,
  };
}

function isEnough(
  { clock }: BotCallParts,
  method: string,
  answer: Answer,
  { tries, createdAt }: JobContext,
): boolean {
  if (passing.has(method)) return tries >= passingTries;
  if (!isUnheard(answer)) return tries >= doubtfulTries;
  return clock.now().getTime() - createdAt.getTime() >= worthSayingMs;
}

function isStale({ clock }: BotCallParts, { method }: BotCall, { createdAt }: JobContext): boolean {
  return clock.now().getTime() - createdAt.getTime() > (staleAfterMs[method] ?? Infinity);
}
