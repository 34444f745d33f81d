/** Kinds and results, never people. */
export type Labels = Readonly<Record<string, string>>;

/** What is counted since the start of the process, and what it means. */
const counters = {
  updates_total: 'Updates by what became of them.',
  errands_total: 'Jobs of the outbox by how a try ended; waiting: it is tried again.',
  messenger_calls_total: 'Calls to a messenger by answer; a number is what it was refused with.',
  owner_answers_total: 'Answers of the register of mobiles.',
  sms_deliveries_total: 'What providers say became of a text message.',
} as const;

const histograms = {
  messenger_call_seconds: 'How long a call to a messenger took, those aside that wait for updates.',
} as const;

export type CounterName = keyof typeof counters;
export type HistogramName = keyof typeof histograms;

/** Adds one to a counter. */
export type Count = (name: CounterName, labels?: Labels) => void;

/** Adds how long something took to a histogram. */
export type Measure = (name: HistogramName, seconds: number, labels?: Labels) => void;

/** How something is at the moment; `name` as Prometheus reads it, without our prefix. */
export interface Gauge {
  name: string;
  help: string;
  samples: readonly { labels?: Labels; value: number }[];
}

export interface Metrics {
  count: Count;
  measure: Measure;
  /** Begins these series at zero, so that the first event of each is a rise and not a beginning. */
  expect: (name: CounterName | HistogramName, series: readonly Labels[]) => void;
  /** Prometheus text, with these gauges of the moment. */
  text: (gauges: readonly Gauge[]) => string;
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

export function makeMetrics(): Metrics {
  const counted = emptyFamilies<CounterName, number>(counters);
  const measured = emptyFamilies<HistogramName, Durations>(histograms);
  return {
    count(name, labels = {}) {
      const series = counted[name];
      series.set(written(labels), (series.get(written(labels)) ?? 0) + 1);
    },
    measure(name, seconds, labels = {}) {
      const series = measured[name];
      series.set(written(labels), withOneMore(series.get(written(labels)) ?? noDurations(labels), seconds));
    },
    expect(name, series) {
      for (const labels of series) {
        if (isCounter(name)) begin(counted[name], labels, 0);
        else begin(measured[name], labels, noDurations(labels));
      }
    },
    text: (gauges) =>
      [
        ...namesIn(counters).map((name) => block('counter', name, counters[name], [...counted[name]])),
        ...namesIn(histograms).map((name) =>
          block('histogram', name, histograms[name], [...measured[name].values()].flatMap(durations)),
        ),
        ...gauges.map(({ name, help, samples }) => block('gauge', name, help, samples.map(sample))),
      ].join(''),
  };
}

const namesIn = <Name extends string>(families: Readonly<Record<Name, string>>): Name[] =>
  Object.keys(families) as Name[];

const isCounter = (name: CounterName | HistogramName): name is CounterName => Object.hasOwn(counters, name);

const emptyFamilies = <Name extends string, Series>(families: Readonly<Record<Name, string>>) =>
  Object.fromEntries(namesIn(families).map((name) => [name, new Map<string, Series>()])) as Record<
    Name,
    Map<string, Series>
  >;

function begin<Series>(family: Map<string, Series>, labels: Labels, zero: Series): void {
  if (!family.has(written(labels))) family.set(written(labels), zero);
}

const noDurations = (labels: Labels): Durations => ({
  labels,
  within: bounds.map(() => 0),
  count: 0,
  sum: 0,
});

const withOneMore = ({ labels, within, count, sum }: Durations, seconds: number): Durations => ({
  labels,
  within: within.map((number, place) => number + (seconds <= (bounds[place] ?? 0) ? 1 : 0)),
  count: count + 1,
  sum: sum + seconds,
});

/** What follows the name, and the value. */
type Sample = [rest: string, value: number];

const sample = ({ labels = {}, value }: Gauge['samples'][number]): Sample => [written(labels), value];

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

type Type = 'counter' | 'gauge' | 'histogram';

function block(type: Type, name: string, help: string, samples: Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(([rest, value]) => `ramzyar_${name}${rest} ${value}\n`);
  return `# HELP ramzyar_${name} ${help}\n# TYPE ramzyar_${name} ${type}\n${lines.join('')}`;
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
