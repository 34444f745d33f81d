/** Adds one to a counter. Labels are kinds and results, never people. */
export type Count = (name: string, labels?: Readonly<Record<string, string>>) => void;

export interface Metrics {
  count: Count;
  /** Prometheus text, with these gauges of the moment. */
  text(gauges: Readonly<Record<string, number>>): string;
}

export function makeMetrics(): Metrics {
  const families = new Map<string, Map<string, number>>();
  return {
    count(name, labels = {}) {
      const series = families.get(name) ?? new Map<string, number>();
      families.set(name, series);
      series.set(written(labels), (series.get(written(labels)) ?? 0) + 1);
    },
    text(gauges) {
      const measured = Object.entries(gauges).map(([name, value]) => block(name, 'gauge', [['', value]]));
      return [
        ...[...families].map(([name, series]) => block(name, 'counter', [...series])),
        ...measured,
      ].join('');
    },
  };
}

function block(name: string, type: 'counter' | 'gauge', series: [labels: string, value: number][]): string {
  const lines = series.map(([labels, value]) => `ramzyar_${name}${labels} ${value}\n`);
  return `# TYPE ramzyar_${name} ${type}\n${lines.join('')}`;
}

function written(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll(/["\\\n]/g, '')}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}
