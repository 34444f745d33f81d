import type { Clock } from '../clock.js';
import { instrumentCalls } from '../messenger/instrument-calls.js';
import type { Messenger } from '../messenger/messenger.js';
import type { Metrics } from '../metrics.js';
import type { OnOutcome } from '../reset/ports.js';
import { waits } from './expected-series.js';

type Counters = Pick<Metrics, 'count' | 'measure'>;

/** The same messenger, whose calls are counted and timed. */
export function countCalls(messenger: Messenger, clock: Clock, { count, measure }: Counters): Messenger {
  return instrumentCalls(messenger, clock, ({ platform, method, result, seconds }) => {
    count('messenger_calls_total', { platform, method, result });
    if (!waits.has(method)) measure('messenger_call_seconds', seconds, { platform, method });
  });
}

/** Counts what becomes of recoveries, and times those that are done. */
export const countOutcomes =
  ({ count, measure }: Counters): OnOutcome =>
  (outcome, seconds) => {
    count('recoveries_total', { outcome });
    if (outcome === 'done') measure('recovery_seconds', seconds);
  };
