import cron, { type ScheduledTask } from 'node-cron';
import type { Clock } from '../clock.js';
import type { InTransaction, Transaction } from '../db/transaction.js';
import { faultOf } from '../safe-error.js';
import type { Log } from '../log.js';
import type { Job, Rooms } from './schedule.js';

export interface KeeperParts {
  jobs: readonly Job[];
  inTransaction: InTransaction;
  clock: Clock;
  log: Log;
  rooms: (tx: Transaction) => Rooms;
  /** Called after a job that did something: it may have left work for the inbox or the outbox. */
  done: () => void;
  /** Called when a job has failed so that somebody ought to look. */
  failed: (job: string) => void;
}

/** What runs every few seconds is soon tried again: it fails when it has failed so often in a row. */
const forgiven = 3;

/** Keeps the timetable while it is started. */
export interface Keeper {
  start: () => void;
  stop: () => Promise<void>;
  /** Runs one job now; returns how many rows it touched. */
  run: (name: string) => Promise<number>;
}

export function makeKeeper({ jobs, inTransaction, clock, log, rooms, done, failed }: KeeperParts): Keeper {
  let tasks: ScheduledTask[] = [];
  const failures = new Map<string, number>();
  const running = new Set<Promise<unknown>>();

  const run = async ({ name, what }: Job): Promise<number> => {
    const touched = await inTransaction((tx) => what(tx, clock.now(), rooms(tx)));
    if (touched > 0) {
      log.debug({ job: name, touched }, 'job done');
      done();
    }
    return touched;
  };
  const onTime = (job: Job): Promise<unknown> => {
    const work = run(job).then(
      () => failures.delete(job.name),
      (error: unknown) => {
        log.warn({ job: job.name, fault: faultOf(error) }, 'job failed');
        const inARow = (failures.get(job.name) ?? 0) + 1;
        failures.set(job.name, inARow);
        if (inARow >= (runsOften(job) ? forgiven : 1)) failed(job.name);
      },
    );
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  return {
    start() {
      tasks = jobs.map((job) =>
        cron.schedule(job.when, () => onTime(job), {
          name: job.name,
          timezone: 'Asia/Tehran',
          noOverlap: true,
          logger: inOurLines(log),
        }),
      );
    },
    async stop() {
      for (const task of tasks) await task.destroy();
      tasks = [];
      await Promise.all(running);
    },
    async run(name) {
      const job = jobs.find((one) => one.name === name);
      if (!job) throw new Error(`no job is called ${name}`);
      return run(job);
    },
  };
}

/** Every few seconds: its seconds are no number. */
const runsOften = ({ when }: Job): boolean => when.startsWith('*');

/** What the timetable says of itself, as of a run that came too late: names and times only, one JSON line like all others. */
function inOurLines(log: Log): { [level in keyof Log]: (message: string | Error) => void } {
  const said =
    (level: keyof Log) =>
    (message: string | Error): void =>
      log[level]({ said: typeof message === 'string' ? message : faultOf(message) }, 'timetable');
  return { debug: said('debug'), info: said('info'), warn: said('warn'), error: said('error') };
}
