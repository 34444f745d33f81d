import { readdirSync } from 'node:fs';
import { residentMb } from '../measure/proc.js';
import { survivorOf } from './harms.js';
import { pause } from './mortal.js';
import type { World } from './world/world.js';

/** What was held at a moment, while nobody was away. */
interface Sample {
  /** Milliseconds after the beginning. */
  at: number;
  /** Of the replica that is only frozen in this half. */
  megabytes: number;
  files: number;
  /** At the database, of everybody but who looks. */
  connections: number;
}

type Gauge = Exclude<keyof Sample, 'at'>;

/** How something went in one half of the run: in its second third and in its last. */
export interface Course {
  gauge: Gauge;
  half: 1 | 2;
  middle: number;
  end: number;
  most: number;
  /** Up to which the last third may be. */
  bound: number;
  holds: boolean;
}

export interface Sampler {
  courses(): Course[];
  end(): Promise<void>;
}

const everyMs = 5_000;
/** What the last third may have more than the second: parts of it, and so many. */
const slack: Readonly<Record<Gauge, (middle: number) => number>> = {
  megabytes: (middle) => middle * 1.25,
  files: (middle) => middle + 8,
  // Of two replicas: their pools, and two each that show who lives and who leads.
  connections: () => 2 * (16 + 2),
};

/** Looks every five seconds until it is ended. */
export function beginSampling(world: World, wholeMs: number): Sampler {
  const samples: Sample[] = [];
  const begun = Date.now();
  let over = false;
  const going = (async () => {
    while (!over) {
      await pause(everyMs);
      const sample = await look(world, Date.now() - begun, wholeMs).catch(() => null);
      if (sample && !over) samples.push(sample);
    }
  })();
  return {
    courses: () => coursesOf(samples, wholeMs),
    end: () => ((over = true), going),
  };
}

/** Throws where somebody is away: that is no moment to look. */
async function look({ mortals, database }: World, at: number, wholeMs: number): Promise<Sample> {
  const pid = mortals[survivorOf(at, wholeMs)].pid();
  const [row] = await database.query<{ Value: string }>("SHOW STATUS LIKE 'Threads_connected'");
  return {
    at,
    megabytes: residentMb(pid),
    files: readdirSync(`/proc/${pid}/fd`).length,
    connections: Number(row?.Value) - 1,
  };
}

const gauges = ['megabytes', 'files', 'connections'] as const;

export function coursesOf(samples: readonly Sample[], wholeMs: number): Course[] {
  return ([1, 2] as const).flatMap((half) => {
    const from = half === 1 ? 0 : wholeMs / 2;
    const third = (number: number): Sample[] =>
      samples.filter(
        ({ at }) =>
          at - from >= (wholeMs / 6) * (number - 1) && at - from < (wholeMs / 6) * number && at < wholeMs,
      );
    return gauges.map((gauge): Course => {
      const of = (some: readonly Sample[]): number[] => some.map((one) => one[gauge]);
      const [middle, end] = [median(of(third(2))), median(of(third(3)))];
      const bound = slack[gauge](middle);
      const most = Math.max(0, ...of([1, 2, 3].flatMap(third)));
      return { gauge, half, middle, end, most, bound, holds: end <= bound };
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
