import { afterEach, expect, it } from 'vitest';
import { openProcessMetrics } from '../../src/app/process-metrics.js';
import { makeMetrics } from '../../src/metrics.js';

const opened = openProcessMetrics();
afterEach(() => opened.close());

it('tells of the process by the names that every dashboard for Node knows', async () => {
  const read = await opened.read();
  const value = (name: string): number => {
    const found = read.find((one) => one.name === name)?.samples[0]?.value;
    expect(found, name).toBeTypeOf('number');
    return found ?? 0;
  };
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  expect(value('process_cpu_seconds_total')).toBeGreaterThan(0);
  const started = value('process_start_time_seconds');
  expect(started).toBeGreaterThan(1_600_000_000);
  expect(started * 1_000).toBeLessThanOrEqual(Date.now());
  if (process.platform === 'linux') expect(value('process_open_fds')).toBeGreaterThan(2);
  for (const part of ['p50', 'p99', 'max'])
    expect(value(`nodejs_eventloop_lag_${part}_seconds`)).toBeGreaterThanOrEqual(0);
  expect(makeMetrics().text(read)).toContain('# TYPE process_cpu_seconds_total counter\n');
});
