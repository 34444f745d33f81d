import { refusesToken, type Answer } from '../../messenger/answer.js';
import type { JobOutcome } from '../../outbox/handler.js';
import { retryAfterAsked } from './retry-after.js';

/** What a messenger's answer means for the call: made, which is told by `result`; to be made again; or given up. */
export function outcomeOf<Result>(answer: Answer, result: Result): JobOutcome<Result> {
  switch (answer.kind) {
    case 'ok':
      return { kind: 'done', result, ...outsideId(answer.result) };
    case 'silent':
      return { kind: 'retry', fault: answer.fault };
    case 'refused': {
      // The description may quote what was written, so it is not kept.
      const fault = `refused with ${answer.status}`;
      const afterMs = retryAfterAsked(answer);
      if (afterMs !== null) return { kind: 'retry', afterMs, fault };
      const passes = answer.status >= 500 || refusesToken(answer);
      return passes ? { kind: 'retry', fault } : { kind: 'failed', fault };
    }
  }
}

/** Bale answers an edit with a stub whose message id is 0. */
function outsideId(result: unknown): { outsideId?: string } {
  const id = (result as { message_id?: unknown } | null)?.message_id;
  return typeof id === 'number' && id > 0 ? { outsideId: String(id) } : {};
}
