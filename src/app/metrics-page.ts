import { setTimeout } from 'node:timers/promises';
import { second } from '../durations.js';
import type { Depths } from '../http/health.js';
import type { Measurement, Metrics } from '../metrics.js';
import type { Lateness } from './queue-depths.js';
import { restGauges, type Rests } from './rest-gauges.js';

/** What the database says of the two queues. */
export interface Queues {
  depths: Depths;
  lateness: Lateness;
}

export interface MetricsPageParts {
  metrics: Pick<Metrics, 'text'>;
  version: string;
  /** What this process is called. */
  replica: string;
  queues: () => Promise<Queues>;
  leading: () => boolean;
  /** Of the process itself. */
  process: () => Promise<Measurement[]>;
  rests: () => Rests;
  /** How long the page waits for the database, in milliseconds. */
  patienceMs?: number;
}

/** Well within the ten seconds that Prometheus waits for a page. */
const usualPatienceMs = 3 * second;

/** The page as text. Never throws: what the database would have said is left out while it is away, or silent. */
export function makeMetricsPage(parts: MetricsPageParts): () => Promise<string> {
  const { metrics, version, replica, leading, rests, patienceMs = usualPatienceMs } = parts;
  const queues = oneAtATime(parts.queues);
  return async () => {
    const [read, ofProcess] = await Promise.all([within(patienceMs, queues()), parts.process()]);
    return metrics.text([
      {
        type: 'gauge',
        name: 'ramzyar_build_info',
        help: 'Always 1; version and name of the process stand in its labels.',
        samples: [{ labels: { version, replica }, value: 1 }],
      },
      gauge('ramzyar_leader', 'Does this process poll and keep the timetable?', leading()),
      gauge('ramzyar_database_up', 'Did the database answer when this page was asked for?', read !== null),
      ...restGauges(rests()),
      ...(read ? queueGauges(read) : []),
      ...ofProcess,
    ]);
  };
}

const gauge = (name: string, help: string, yes: boolean): Measurement => ({
  type: 'gauge',
  name,
  help,
  samples: [{ value: yes ? 1 : 0 }],
});

const ofAll = 'read from the database: every replica tells the same, so take max() and not sum().';

/** `shared` in a name: it is no property of the process that tells it. */
function queueGauges({ depths, lateness }: Queues): Measurement[] {
  const samples = (queue: 'inbox' | 'outbox') =>
    Object.entries(depths)
      .filter(([name]) => name.startsWith(`${queue}_`))
      .map(([name, value]) => ({ labels: { state: name.slice(queue.length + 1) }, value }));
  const late = Object.entries(lateness).map(([queue, value]) => ({ labels: { queue }, value }));
  const shared = (name: string, help: string, told: Measurement['samples']): Measurement => ({
    ...{ type: 'gauge', name: `ramzyar_shared_${name}`, help: `${help}, ${ofAll}`, samples: told },
  });
  return [
    shared('inbox_updates', 'Updates by state', samples('inbox')),
    shared('outbox_jobs', 'Jobs by state', samples('outbox')),
    shared('oldest_waiting_seconds', 'For how long what waits longest has been due', late),
  ];
}

/** A database that is silent is not asked anew by each page: that would use up its connections. */
function oneAtATime<T>(read: () => Promise<T>): () => Promise<T | null> {
  let running: Promise<T | null> | null = null;
  return () => {
    running ??= read()
      .catch(() => null)
      .finally(() => (running = null));
    return running;
  };
}

/** Null where it takes longer. */
async function within<T>(ms: number, read: Promise<T | null>): Promise<T | null> {
  const answered = new AbortController();
  const late = setTimeout(ms, null, { signal: answered.signal }).catch(() => null);
  return Promise.race([read, late]).finally(() => answered.abort());
}
