import { makeApp } from '../../src/app/app.js';
import { readConfig, type Config } from '../../src/config/config.js';
import type { Log } from '../../src/log.js';
import type { HttpPortalSettings } from '../../src/portal/signed-request.js';
import { systemRandom as random } from '../../src/random.js';
import type { DatabaseKind } from '../support/databases.js';
import type { HandClock } from '../support/hand-clock.js';
import { second } from '../support/hand-clock.js';
import { remember } from './outside.js';
import { peopleThere } from './person-there.js';
import { failedIn, kindsTakenUp, load, waitingIn, type OldEntry, type OldJob, type Sql } from './rows.js';
import { openWorld } from './world.js';

/** Two seconds after the older program was killed. */
const start = new Date('2026-05-10T08:30:02.000Z');

export type Upgraded = Awaited<ReturnType<typeof upgrade>>;

/** Today's product, started on the rows that an older one left, among the people who wait for it. */
export async function upgrade(kind: DatabaseKind) {
  const database = await kind.createEmpty();
  await load(kind, database.url);
  const world = await openWorld(start);
  await remember(world);
  const faults: string[] = [];
  const log: Log = { debug: nothing, info: nothing, warn: nothing, error: (_, said) => faults.push(said) };
  const config = patiently(readConfig(world.settings(database.url)));
  const app = await makeApp(config, { clock: world.clock, random, log });
  const sql: Sql = (text) => app.dataSource.query(text);
  const before = await lying(sql);
  const kinds = kindsTakenUp(app.dataSource);
  const person = peopleThere(world);
  // A fifth of the real time, so that no code dies however busy the machine is.
  const ticking = setInterval(() => world.clock.pass(5), 25);
  await app.start();
  return {
    ...{ app, world, sql, before, kinds, faults, person },
    failed: () => failedIn(sql),
    /** Until nothing waits any more, neither to be handled nor to be sent; or nothing moves, and this is left. */
    quiet: () => quiet(sql, world.clock),
    async close() {
      clearInterval(ticking);
      await app.stop();
      await world.close();
      await database.drop();
    },
  };
}

const nothing = (): void => undefined;

/** What the older program has left. */
const lying = async (sql: Sql) => ({
  jobs: await sql<OldJob>(
    "SELECT id, kind, state, payload FROM outbox WHERE state IN ('waiting', 'in-hand')",
  ),
  entries: await sql<OldEntry>("SELECT id, payload FROM inbox WHERE state = 'waiting'"),
  failed: await failedIn(sql),
});

/** Everybody outside lives in this very process, and may be slow to answer where the machine is busy. */
function patiently(config: Config): Config {
  const timeouts = { connectMs: 30_000, answerMs: 30_000 };
  const sms = config.sms.map((vendor) => ({ ...vendor, timeouts }));
  const ownership = config.ownership.kind === 'zohal' ? { ...config.ownership, timeouts } : config.ownership;
  if (config.portal.kind !== 'http') throw new Error('the portal is asked over HTTP');
  const portal = { ...config.portal, timeouts } satisfies HttpPortalSettings;
  const messengers = config.messengers.map((messenger) => ({
    ...messenger,
    timeouts: { usualMs: 30_000, nicetyMs: 30_000 },
  }));
  return { ...config, messengers, sms, ownership, portal };
}

/** Far more than it takes to see that a process is dead, and far less than a code lives. */
const mostWaitedMs = 10 * second;
/** In real time: what has not moved for so long will not move. */
const stuckAfterMs = 15_000;

/** Where nothing moves, something waits for its time: then the clock goes on, a little. */
async function quiet(sql: Sql, clock: HandClock): Promise<object[]> {
  const until = clock.now().getTime() + mostWaitedMs;
  for (let [before, movedAt] = ['', Date.now()]; ;) {
    const left = await waitingIn(sql);
    const now = JSON.stringify(left);
    if (now !== before) [before, movedAt] = [now, Date.now()];
    else if (clock.now().getTime() < until) clock.pass(second / 4);
    if (left.length === 0 || Date.now() - movedAt > stuckAfterMs) return left;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
