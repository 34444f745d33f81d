import cron, { type ScheduledTask } from 'node-cron';
import type { Clock } from '../clock.js';
import { rowsPerPage } from '../db/by-page.js';
import type { TransactionRunner, Transaction } from '../db/transaction.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import { makeOutageLogs, type OutageLogParts } from '../outage-log.js';
import { makeSparingLog } from '../sparing-log.js';
import type { RecurringTask, ScheduledServices } from './schedule.js';

export interface SchedulerParts {
  tasks: readonly RecurringTask[];
  inTransaction: TransactionRunner;
  /** For work of one statement. */
  inStatement: TransactionRunner;
  clock: Clock;
  log: Log;
  services: (tx: Transaction) => ScheduledServices;
  /** Called when a job has failed so that somebody ought to look. */
  onFailed: (job: string) => void;
}

/** What runs every few seconds is soon tried again: it fails when it has failed so often in a row. */
const forgiven = 3;

/** Keeps the timetable while it is started. */
export interface Scheduler {
  start: () => void;
  stop: () => Promise<void>;
  /** Runs one job now; returns how many rows it touched. */
  run: (name: string) => Promise<number>;
}

export function makeScheduler({
  tasks,
  inTransaction,
  inStatement,
  clock,
  log,
  services,
  onFailed,
}: SchedulerParts): Scheduler {
  let scheduled: ScheduledTask[] = [];
  let stopping = false;
  const failures = new Map<string, number>();
  const failing = makeOutageLogs({ log, clock }, { out: 'job failed', back: 'job succeeds again' });
  const running = new Set<Promise<unknown>>();

  /** The last run of each: one that is asked for by its name comes after one that is under way. */
  const lastRuns = new Map<string, Promise<unknown>>();

  /** One transaction, or one for each page until there are no more, or until the timetable is to end. */
  const work = async ({ what, byPage }: RecurringTask): Promise<number> => {
    const once = () => inTransaction((tx) => what(tx, clock.now(), services(tx)));
    let touched = await once();
    for (let last = touched; byPage && last >= rowsPerPage && !stopping; touched += last) last = await once();
    return touched;
  };
  const run = (task: RecurringTask): Promise<number> => {
    const { name } = task;
    const before = lastRuns.get(name) ?? Promise.resolve();
    const mine = before.then(async () => {
      const touched = await work(task);
      if (touched > 0) log.debug({ job: name, touched }, 'job done');
      return touched;
    });
    lastRuns.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };
  const runIfNeeded = async (task: RecurringTask): Promise<void> => {
    const { look } = task;
    if (!look || (await inStatement((tx) => look(tx, clock.now())))) await run(task);
  };
  const onTime = (task: RecurringTask): Promise<unknown> => {
    const work = runIfNeeded(task).then(
      () => {
        failures.delete(task.name);
        failing(task.name).back({ job: task.name });
      },
      (error: unknown) => {
        failing(task.name).out({ job: task.name, fault: describeError(error) });
        const inARow = (failures.get(task.name) ?? 0) + 1;
        failures.set(task.name, inARow);
        if (inARow >= (runsOften(task) ? forgiven : 1)) onFailed(task.name);
      },
    );
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  return {
    start() {
      stopping = false;
      scheduled = tasks.map((task) =>
        cron.schedule(task.when, () => onTime(task), {
          name: task.name,
          timezone: 'Asia/Tehran',
          noOverlap: true,
          logger: inOurLines({ log, clock }),
        }),
      );
    },
    async stop() {
      stopping = true;
      for (const task of scheduled) await task.destroy();
      scheduled = [];
      await Promise.all(running);
    },
    async run(name) {
      const task = tasks.find((one) => one.name === name);
      if (!task) throw new Error(`no job is called ${name}`);
      return run(task);
    },
  };
}

/** Every few seconds: its seconds are no number. */
const runsOften = ({ when }: RecurringTask): boolean => when.startsWith('*');

/** What the timetable says of itself, as of a run that came too late: names and times only, one JSON line like all others. */
function inOurLines(parts: OutageLogParts): { [level in keyof Log]: (message: string | Error) => void } {
  const log: Log = { ...parts.log, ...makeSparingLog(parts) };
  const said =
    (level: keyof Log) =>
    (message: string | Error): void =>
      log[level]({ said: typeof message === 'string' ? message : describeError(message) }, 'timetable');
  return { debug: said('debug'), info: said('info'), warn: said('warn'), error: said('error') };
}
