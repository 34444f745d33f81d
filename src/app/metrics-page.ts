import { setTimeout } from 'node:timers/promises';
import { second } from '../durations.js';
import type { Depths } from '../http/health.js';
import type { Gauge, Metrics } from '../metrics.js';

export interface MetricsPageParts {
  metrics: Pick<Metrics, 'text'>;
  version: string;
  depths: () => Promise<Depths>;
  leading: () => boolean;
  /** How long the page waits for the database, in milliseconds. */
  patienceMs?: number;
}

/** Well within the ten seconds that Prometheus waits for a page. */
const usualPatienceMs = 3 * second;

/** The page as text. Never throws: what the database would have said is left out while it is away, or silent. */
export function makeMetricsPage(parts: MetricsPageParts): () => Promise<string> {
  const { metrics, version, leading, patienceMs = usualPatienceMs } = parts;
  const depths = oneAtATime(parts.depths);
  return async () => {
    const read = await within(patienceMs, depths());
    return metrics.text([
      {
        name: 'build_info',
        help: 'Always 1; the version stands in its label.',
        samples: [{ labels: { version }, value: 1 }],
      },
      gauge('leader', 'Does this process poll and keep the timetable?', leading()),
      gauge('database_up', 'Did the database answer when this page was asked for?', read !== null),
      ...(read ? depthGauges(read) : []),
    ]);
  };
}

const gauge = (name: string, help: string, yes: boolean): Gauge => ({
  name,
  help,
  samples: [{ value: yes ? 1 : 0 }],
});

const ofAll = 'counted in the database: every replica tells the same, so take max() and not sum().';

/** `shared` in a name: it is no property of the process that tells it. */
function depthGauges(depths: Depths): Gauge[] {
  const samples = (queue: 'inbox' | 'outbox') =>
    Object.entries(depths)
      .filter(([name]) => name.startsWith(`${queue}_`))
      .map(([name, value]) => ({ labels: { state: name.slice(queue.length + 1) }, value }));
  return [
    { name: 'shared_inbox_updates', help: `Updates by state, ${ofAll}`, samples: samples('inbox') },
    { name: 'shared_outbox_jobs', help: `Jobs by state, ${ofAll}`, samples: samples('outbox') },
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
