import { readdir } from 'node:fs/promises';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Measurement } from '../metrics.js';

export interface ProcessMetrics {
  /** By the names that Prometheus and its client for Node have for them. */
  read: () => Promise<Measurement[]>;
  /** Stops watching the event loop. */
  close: () => void;
}

/** Looked at so often, in milliseconds. */
const resolution = 20;

export function openProcessMetrics(): ProcessMetrics {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  return {
    async read() {
      const lag = eventLoopLag(delay);
      delay.reset();
      return [...usage(), ...(await openFiles()), ...lag];
    },
    close: () => void delay.disable(),
  };
}

function usage(): Measurement[] {
  const { user, system } = process.cpuUsage();
  return [
    measurement('counter', 'process_cpu_seconds_total', 'CPU time of the process.', (user + system) / 1e6),
    measurement('gauge', 'process_resident_memory_bytes', 'Memory in use.', process.memoryUsage.rss()),
    measurement(
      ...(['gauge', 'process_start_time_seconds', 'Start of the process since the Unix epoch.'] as const),
      performance.timeOrigin / 1_000,
    ),
  ];
}

/** Empty where the system does not say. */
async function openFiles(): Promise<Measurement[]> {
  const files = await readdir('/proc/self/fd').catch(() => null);
  return files ? [measurement('gauge', 'process_open_fds', 'Open file descriptors.', files.length)] : [];
}

function eventLoopLag(delay: ReturnType<typeof monitorEventLoopDelay>): Measurement[] {
  // The timer that looks is in each value.
  const seconds = (nanoseconds: number): number =>
    delay.count > 0 ? Math.max(0, nanoseconds / 1e9 - resolution / 1e3) : 0;
  const since = 'of how late the event loop was since the page was last asked for.';
  return [
    measurement('gauge', 'nodejs_eventloop_lag_p50_seconds', `Half ${since}`, seconds(delay.percentile(50))),
    measurement('gauge', 'nodejs_eventloop_lag_p99_seconds', `p99 ${since}`, seconds(delay.percentile(99))),
    measurement('gauge', 'nodejs_eventloop_lag_max_seconds', `Most ${since}`, seconds(delay.max)),
  ];
}

const measurement = (type: Measurement['type'], name: string, help: string, value: number): Measurement => ({
  ...{ type, name, help, samples: [{ value }] },
});
