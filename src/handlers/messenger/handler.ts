import type { BotCall } from '../../chat/services.js';
import type { JobContext, JobHandler, JobOutcome } from '../../outbox/handler.js';
import type { PlatformName } from '../../platforms.js';
import { makeCall, mostTries, type CallParts } from './call.js';
import { botCallsKind, type BotCalls } from './enqueue.js';
import { readProgress, writtenProgress, type CallResult } from './progress.js';

const common = {
  concurrency: 24,
  waitsOutside: true,
  leaseMs: 20_000,
  tries: mostTries,
  onWorkerDeath: 'retry',
  onResult: async () => undefined,
  onExhausted: () => null,
} as const;

/** Makes the calls of one job, one at each step: words in their order, then what is nice to have. What was given up is told by `failed`. */
export function makeBotCallsHandler(parts: CallParts): JobHandler<BotCalls, null> {
  return {
    ...common,
    kind: botCallsKind(parts.messenger.platform),
    limiter: parts.limiter,
    async run(calls, entry) {
      const { words, niceties } = calls;
      const made = readProgress(entry.progress);
      const call = [...words, ...niceties][made.length];
      if (!call) return endOf(calls, made);
      const outcome = await makeCall(parts, call, entry.lane ?? '', entry);
      if (outcome.kind === 'retry') return outcome;
      made.push(resultOf(outcome));
      parts.sentIds.remember(entry.lane ?? '', calls.sending, made.map(messageId));
      if (made.length === words.length + niceties.length) return endOf(calls, made);
      return {
        kind: 'next',
        progress: writtenProgress(made),
        keep: made.length < words.length ? 'first' : 'soon',
      };
    },
  };
}

/** A call in a row of its own, as they were written until all of a transaction came to be one job. */
export function makeBotCallHandler(parts: CallParts): JobHandler<BotCall, null> {
  return {
    ...common,
    kind: botCallKind(parts.messenger.platform),
    limiter: parts.limiter,
    run: (call, entry: JobContext) => makeCall(parts, call, entry.lane ?? '', entry),
  };
}

const botCallKind = (platform: PlatformName): string => `bot-call:${platform}`;

function resultOf(outcome: JobOutcome<null>): CallResult {
  if (outcome.kind === 'done') return Number(outcome.outsideId ?? 0);
  return { fault: 'fault' in outcome ? outcome.fault : outcome.kind };
}

const messageId = (result: CallResult): number => (typeof result === 'number' ? result : 0);

function endOf({ words }: BotCalls, made: readonly CallResult[]): JobOutcome<null> {
  const progress = writtenProgress(made);
  const fault = made.slice(0, words.length).find((result) => typeof result === 'object');
  return fault ? { kind: 'failed', fault: fault.fault, progress } : { kind: 'done', result: null, progress };
}
