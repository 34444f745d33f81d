import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeKeeper, type Keeper } from '../../src/jobs/keeper.js';
import type { Log } from '../../src/log.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';

let db: TestDatabase;
let keeper: Keeper;
const lines: { message: string; fields: object }[] = [];

beforeEach(async () => {
  db = await databases[0]!.create();
  lines.length = 0;
  const say = (fields: object, message: string) => void lines.push({ fields, message });
  const log: Log = { debug: say, info: say, warn: say, error: say };
  const rooms = () => {
    throw new TypeError('no rooms here');
  };
  keeper = makeKeeper({
    inTransaction: db.inTransaction,
    clock: handClock(),
    log,
    rooms,
    done: () => undefined,
  });
});
afterEach(async () => {
  await keeper.stop();
  await db.drop();
});

it('the timetable is kept from its start, and a job that fails is told in one line and runs again', async () => {
  keeper.start();
  const failures = () => lines.filter(({ message }) => message === 'job failed');
  while (failures().length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(JSON.stringify(failures()[0]?.fields)).toMatch(/^{"job":"[a-z-]+","fault":"TypeError/);
});

it('an unknown job is refused by its name', async () => {
  await expect(keeper.run('make-tea')).rejects.toThrow('make-tea');
});
