import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowsPerPage } from '../../src/db/by-page.js';
import { makeScheduler, type Scheduler } from '../../src/scheduler/scheduler.js';
import { schedule, type ScheduledServices } from '../../src/scheduler/schedule.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { silence, type Log } from '../../src/log.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { handClock, minute, type HandClock } from '../support/hand-clock.js';

let db: TestDatabase;
let scheduler: Scheduler;
const told: string[] = [];
let runs: Map<string, number>;
let clock: HandClock;
const runsOf = (job: string) => runs.get(job) ?? 0;
const failed = (job: string) => lines.filter(({ fields }) => 'job' in fields && fields.job === job).length;
const lines: { message: string; fields: object }[] = [];

beforeEach(async () => {
  db = await databases[0]!.create();
  [lines.length, told.length] = [0, 0];
  [runs, clock] = [new Map<string, number>(), handClock()];
  const say = (fields: object, message: string) => void lines.push({ fields, message });
  const log: Log = { debug: say, info: say, warn: say, error: say };
  const services = () => ({}) as ScheduledServices;
  scheduler = makeScheduler({
    inTransaction: db.inTransaction,
    inStatement: db.inTransaction,
    clock,
    log,
    services,
    tasks: schedule.map(({ look: _look, ...task }) => ({
      ...task,
      what: async () => {
        runs.set(task.name, runsOf(task.name) + 1);
        throw new TypeError('no rooms here');
      },
    })),
    onFailed: (job) => void told.push(job),
  });
});
afterEach(async () => {
  await scheduler.stop();
  await db.drop();
});

it('the timetable is kept from its start, and a job that fails is told in one line and runs again', async () => {
  scheduler.start();
  const failures = () => lines.filter(({ message }) => message === 'job failed');
  while (failures().length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(JSON.stringify(failures()[0]?.fields)).toMatch(/^{"job":"[a-z-]+","fault":"TypeError/);
});

it('a job of every second is told to staff when it has failed three times in a row', async () => {
  scheduler.start();
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(runsOf(told[0]!)).toBe(told[0] === 'seal-audit' ? 3 : 1);
});

it('a job of every second that goes on failing is in the log once a minute', async () => {
  scheduler.start();
  const until = async (times: number) => {
    while (runsOf('seal-audit') < times) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  await until(3);
  expect(failed('seal-audit')).toBe(1);
  clock.pass(minute);
  await until(5);
  expect(failed('seal-audit')).toBe(2);
});

it('an unknown job is refused by its name', async () => {
  await expect(scheduler.run('make-tea')).rejects.toThrow('make-tea');
});

it('a job that is asked for while it runs comes after that run, and never beside it', async () => {
  let [inside, most] = [0, 0];
  const slowly = async () => {
    most = Math.max(most, (inside += 1));
    await new Promise((resolve) => setImmediate(resolve));
    inside -= 1;
    return 1;
  };
  const beside: TransactionRunner = (work) => work(db.dataSource.manager);
  const own = makeScheduler({
    ...{ inTransaction: beside, inStatement: beside, clock: handClock(), log: silence },
    ...{ services: () => ({}) as ScheduledServices, onFailed: () => undefined },
    tasks: [{ name: 'slow', when: '0 0 0 1 1 *', what: slowly }],
  });
  expect(await Promise.all(Array.from({ length: 5 }, () => own.run('slow')))).toEqual([1, 1, 1, 1, 1]);
  expect(most).toBe(1);
});

describe('a job that has much to do', () => {
  const much = (touched: readonly number[], byPage: boolean) => {
    const left = [...touched];
    const transactions: unknown[] = [];
    const made = makeScheduler({
      ...{ inTransaction: db.inTransaction, inStatement: db.inTransaction, clock, log: silence },
      services: () => ({}) as ScheduledServices,
      tasks: [
        {
          ...{ when: '* * * * * *', name: 'much' },
          ...(byPage ? { byPage: true as const } : {}),
          what: async (tx) => (transactions.push(tx), left.shift() ?? 0),
        },
      ],
      onFailed: () => undefined,
    });
    return { made, transactions };
  };

  it('does it page by page, each in a transaction of its own, so that members are served between', async () => {
    const { made, transactions } = much([rowsPerPage, rowsPerPage + 3, 20, 7], true);
    expect(await made.run('much')).toBe(2 * rowsPerPage + 23);
    expect(new Set(transactions).size).toBe(3);
  });

  it('is done once where it knows no pages', async () => {
    const { made } = much([rowsPerPage, rowsPerPage], false);
    expect(await made.run('much')).toBe(rowsPerPage);
  });

  it('leaves the rest for the next time when the process is to end', async () => {
    const { made } = much(Array<number>(1_000).fill(rowsPerPage), true);
    const run = made.run('much');
    await made.stop();
    expect(await run).toBeLessThan(1_000 * rowsPerPage);
  });
});
