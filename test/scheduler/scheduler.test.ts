import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeScheduler, type Scheduler } from '../../src/scheduler/scheduler.js';
import { schedule, type ScheduledServices } from '../../src/scheduler/schedule.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { silence, type Log } from '../../src/log.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';

let db: TestDatabase;
let scheduler: Scheduler;
const told: string[] = [];
const lines: { message: string; fields: object }[] = [];

beforeEach(async () => {
  db = await databases[0]!.create();
  [lines.length, told.length] = [0, 0];
  const say = (fields: object, message: string) => void lines.push({ fields, message });
  const log: Log = { debug: say, info: say, warn: say, error: say };
  const services = () => {
    throw new TypeError('no rooms here');
  };
  scheduler = makeScheduler({
    inTransaction: db.inTransaction,
    inStatement: db.inTransaction,
    clock: handClock(),
    log,
    services,
    tasks: schedule.map(({ look: _look, ...task }) => task),
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
  const failed = (job: string) => lines.filter(({ fields }) => 'job' in fields && fields.job === job).length;
  expect(failed(told[0]!)).toBe(told[0] === 'seal-audit' ? 3 : 1);
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
