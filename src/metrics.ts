/** Kinds and results, never people. */
export type Labels = Readonly<Record<string, string>>;

/** Adds one to a counter. */
export type Count = (name: string, labels?: Labels) => void;

/** Adds how long something took to a histogram. */
export type Measure = (name: string, seconds: number, labels?: Labels) => void;

export interface Metrics {
  count: Count;
  measure: Measure;
  /** Prometheus text, with these gauges of the moment. */
  text: (gauges: Readonly<Record<string, number>>) => string;
}

/** From an answer at once to the end of all patience, in seconds. */
const bounds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Durations {
  labels: Labels;
  /** How many took no longer than each bound. */
  within: number[];
  count: number;
  sum: number;
}

type Family<Series> = Map<string, Map<string, Series>>;

/** `version`: of this build, told as a gauge that is always 1. */
export function makeMetrics(version: string): Metrics {
  const counters: Family<number> = new Map();
  const histograms: Family<Durations> = new Map();
  return {
    count(name, labels = {}) {
      const family = inside(counters, name);
      family.set(written(labels), (family.get(written(labels)) ?? 0) + 1);
    },
    measure(name, seconds, labels = {}) {
      const family = inside(histograms, name);
      const before = family.get(written(labels)) ?? { labels, within: bounds.map(() => 0), count: 0, sum: 0 };
      family.set(written(labels), {
        labels,
        within: before.within.map((count, place) => count + (seconds <= (bounds[place] ?? 0) ? 1 : 0)),
        count: before.count + 1,
        sum: before.sum + seconds,
      });
    },
    text(gauges) {
      const measured = Object.entries(gauges).map(([name, value]) => block(name, 'gauge', [['', value]]));
      return [
        block('build_info', 'gauge', [[written({ version }), 1]]),
        ...[...counters].map(([name, series]) => block(name, 'counter', [...series])),
        ...[...histograms].map(([name, series]) =>
          block(name, 'histogram', [...series.values()].flatMap(durations)),
        ),
        ...measured,
      ].join('');
    },
  };
}

function inside<Series>(families: Family<Series>, name: string): Map<string, Series> {
  const family = families.get(name) ?? new Map<string, Series>();
  families.set(name, family);
  return family;
}

/** What follows the name, and the value. */
type Sample = [rest: string, value: number];

function durations({ labels, within, count, sum }: Durations): Sample[] {
  const buckets = within.map((number, place): Sample => [
    `_bucket${written({ ...labels, le: String(bounds[place]) })}`,
    number,
  ]);
  return [
    ...buckets,
    [`_bucket${written({ ...labels, le: '+Inf' })}`, count],
    [`_sum${written(labels)}`, sum],
    [`_count${written(labels)}`, count],
  ];
}

function block(name: string, type: 'counter' | 'gauge' | 'histogram', samples: Sample[]): string {
  const lines = samples.map(([rest, value]) => `ramzyar_${name}${rest} ${value}\n`);
  return `# TYPE ramzyar_${name} ${type}\n${lines.join('')}`;
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
