import { expectSeries } from '../../src/app/expected-series.js';
import { makeMetricsPage } from '../../src/app/metrics-page.js';
import { openProcessMetrics } from '../../src/app/process-metrics.js';
import { makeMetrics } from '../../src/metrics.js';
import { platformNames } from '../../src/platforms.js';
import { smsVendors } from '../../src/sms/vendors/registry.js';

/** Every line of a page, as a process writes it with the database, and without remarks. */
export async function metricsLines(): Promise<string[]> {
  const metrics = makeMetrics();
  const smsProviders = Object.keys(smsVendors);
  const jobKinds = ['sms-code', 'sms-notice', 'portal-account', 'portal-reset', 'portal-outcome'];
  expectSeries(metrics, { platforms: platformNames, jobKinds, smsProviders });
  const queues = async () => ({
    depths: {
      ...{ inbox_waiting: 0, inbox_parked: 0 },
      ...{ outbox_waiting: 0, outbox_failed: 0, outbox_doubt: 0 },
    },
    lateness: { inbox: 0, outbox: 0 },
  });
  const rests = () => ({
    providers: new Map(smsProviders.map((name) => [name, false])),
    messengers: new Map(platformNames.map((name) => [name, false])),
    floodAlone: false,
  });
  const ofProcess = openProcessMetrics();
  const page = makeMetricsPage({
    ...{ metrics, version: '1', replica: 'a', queues, leading: () => true, process: ofProcess.read, rests },
  });
  const text = await page();
  ofProcess.close();
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The family that a series belongs to, as the line of its type names it. */
export const familyOf = (series: string): string =>
  (/^\w+/.exec(series)?.[0] ?? '').replace(/_(bucket|sum|count)$/, '');

/** What an expression asks for: a name, and the values of labels, one for each that it names with | between. */
export const selectorsIn = (expression: string) =>
  [...expression.matchAll(/\b((?:ramzyar|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)].map(
    ([, name = '', labels = '']) => ({
      name,
      labels: [...labels.matchAll(/(\w+)=~?"([^"]*)"/g)].flatMap(([, label = '', values = '']) =>
        values.split('|').map((value) => `${label}="${value}"`),
      ),
    }),
  );

/** Selectors, with the value of a label where there is one, that no line of the page answers. */
export function unanswered(lines: readonly string[], expressions: readonly string[]): string[] {
  return expressions.flatMap(selectorsIn).flatMap(({ name, labels }) => {
    const named = lines.filter((line) => /^\w+/.exec(line)?.[0] === name);
    if (named.length === 0) return [name];
    return labels
      .filter((label) => !named.some((line) => line.includes(label)))
      .map((label) => `${name} ${label}`);
  });
}
