import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import type { Random } from '../random.js';
import { backOffMs } from './back-off.js';
import type { Finish } from './finish.js';
import type { AnyJobHandler, JobOutcome } from './handler.js';

/** How the entry is finished, and the result that is handed on; null: nothing follows. */
export interface Ending {
  closing: Finish;
  result: unknown;
}

/** What of the outcome is written down. */
export function endingOf(
  { clock, random }: { clock: Clock; random: Random },
  handler: AnyJobHandler,
  payload: unknown,
  entry: OutboxEntry,
  outcome: Exclude<JobOutcome<unknown>, { kind: 'next' }>,
): Ending {
  switch (outcome.kind) {
    case 'done': {
      const { result, outsideId, progress } = outcome;
      return {
        closing: { state: 'done', ...(outsideId ? { outsideId } : {}), ...(progress ? { progress } : {}) },
        result,
      };
    }
    case 'unknown':
      return { closing: { state: 'doubt', fault: outcome.fault }, result: outcome.result ?? null };
    case 'failed':
      return {
        closing: {
          state: 'failed',
          fault: outcome.fault,
          ...(outcome.progress ? { progress: outcome.progress } : {}),
        },
        result: outcome.result ?? handler.onExhausted(payload),
      };
    case 'retry': {
      const { fault, afterMs = backOffMs(entry.tries, random) } = outcome;
      if (entry.tries >= handler.tries)
        return { closing: { state: 'failed', fault }, result: handler.onExhausted(payload) };
      return {
        closing: {
          state: 'waiting',
          dueAt: new Date(clock.now().getTime() + afterMs),
          fault,
          progress: entry.progress,
        },
        result: null,
      };
    }
  }
}
