/** Kinds and results, never people. */
export type Labels = Readonly<Record<string, string>>;

/** What is counted since the start of the process, and what it means. */
const counters = {
  updates_total: 'Updates by what became of them.',
  errands_total: 'Jobs of the outbox by how a try ended; waiting: it is tried again.',
  messenger_calls_total: 'Calls to a messenger by answer; a number is what it was refused with.',
  owner_answers_total: 'Answers of the register of mobiles.',
  sms_deliveries_total: 'What providers say became of a text message.',
  recoveries_total:
    'Recoveries by what became of them; one that is kept or left to staff is counted again when it is over.',
} as const;

/** Each with its bounds, in seconds. */
const histograms = {
  messenger_call_seconds: {
    help: 'How long a call to a messenger took, those aside that wait for updates.',
    // From an answer at once to the end of all patience.
    bounds: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  },
  recovery_seconds: {
    help: 'From the right code until a recovery was done.',
    // From a portal that answers at once to one that is asked again for hours.
    bounds: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200],
  },
} as const satisfies Readonly<Record<string, { help: string; bounds: readonly number[] }>>;

export type CounterName = keyof typeof counters;
export type HistogramName = keyof typeof histograms;

/** Adds one to a counter. */
export type Count = (name: CounterName, labels?: Labels) => void;

/** Adds how long something took to a histogram. */
export type Measure = (name: HistogramName, seconds: number, labels?: Labels) => void;

/** What is read when the page is asked for; `name` as Prometheus reads it. */
export interface Measurement {
  type: 'counter' | 'gauge';
  name: string;
  help: string;
  samples: readonly { labels?: Labels; value: number }[];
}

export interface Metrics {
  count: Count;
  measure: Measure;
  /** Begins these series at zero, so that the first event of each is a rise and not a beginning. */
  expect: (name: CounterName | HistogramName, series: readonly Labels[]) => void;
  /** Prometheus text, with these measurements of the moment. */
  text: (measurements: readonly Measurement[]) => string;
}

interface Durations {
  labels: Labels;
  bounds: readonly number[];
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
      series.set(
        written(labels),
        withOneMore(series.get(written(labels)) ?? noDurations(name, labels), seconds),
      );
    },
    expect(name, series) {
      for (const labels of series) {
        if (isCounter(name)) begin(counted[name], labels, 0);
        else begin(measured[name], labels, noDurations(name, labels));
      }
    },
    text: (measurements) =>
      [
        ...namesIn(counters).map((name) => block('counter', ours(name), counters[name], [...counted[name]])),
        ...namesIn(histograms).map((name) =>
          block(
            'histogram',
            ours(name),
            histograms[name].help,
            [...measured[name].values()].flatMap(durations),
          ),
        ),
        ...measurements.map(({ type, name, help, samples }) => block(type, name, help, samples.map(sample))),
      ].join(''),
  };
}

const ours = (name: CounterName | HistogramName): string => `ramzyar_${name}`;

const namesIn = <Name extends string>(families: Readonly<Record<Name, unknown>>): Name[] =>
  Object.keys(families) as Name[];

const isCounter = (name: CounterName | HistogramName): name is CounterName => Object.hasOwn(counters, name);

const emptyFamilies = <Name extends string, Series>(families: Readonly<Record<Name, unknown>>) =>
  Object.fromEntries(namesIn(families).map((name) => [name, new Map<string, Series>()])) as Record<
    Name,
    Map<string, Series>
  >;

function begin<Series>(family: Map<string, Series>, labels: Labels, zero: Series): void {
  if (!family.has(written(labels))) family.set(written(labels), zero);
}

function noDurations(name: HistogramName, labels: Labels): Durations {
  const { bounds } = histograms[name];
  return { labels, bounds, within: bounds.map(() => 0), count: 0, sum: 0 };
}

const withOneMore = ({ labels, bounds, within, count, sum }: Durations, seconds: number): Durations => ({
  labels,
  bounds,
  within: within.map((number, place) => number + (seconds <= (bounds[place] ?? 0) ? 1 : 0)),
  count: count + 1,
  sum: sum + seconds,
});

/** What follows the name, and the value. */
type Sample = [rest: string, value: number];

const sample = ({ labels = {}, value }: Measurement['samples'][number]): Sample => [written(labels), value];

function durations({ labels, bounds, within, count, sum }: Durations): Sample[] {
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

type Type = Measurement['type'] | 'histogram';

function block(type: Type, name: string, help: string, samples: Sample[]): string {
  if (samples.length === 0) return '';
  const lines = samples.map(([rest, value]) => `${name}${rest} ${value}\n`);
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
