import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, mariadbAt } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { cutCable } from '../support/outages.js';
import { startMariadb } from '../../bench/private-servers.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import type { Walk } from '../support/walk.js';
import { expectExactBooks, expectFewRepeats } from './crowd-books.js';
import { inventCrowd, sendIn, theUnluckyAskAgain } from './crowd.js';
import { heard } from './heard.js';
import { isQuiet } from './quiet.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const people = inventCrowd(60);

/** A server that dies and comes back; where none is installed that we may kill, the way to the one there is. */
async function mortalDatabase() {
  const server = await startMariadb();
  if (server) {
    const { kill, startAgain, stop } = server;
    const reach = async (url: string) => ({ url, kill, startAgain, stop });
    return { kind: mariadbAt(server.url), reach };
  }
  const reach = async (url: string) => {
    const cable = await cutCable(url);
    const startAgain = async () => cable.end(0);
    const kill = async () => cable.begin(0);
    return { url: cable.url, kill, startAgain, stop: () => cable.close() };
  };
  return { kind: mariadb, reach };
}

describe.skipIf(mariadb.missing)('two replicas on one MariaDB that dies', () => {
  let town: Town;
  let database: Awaited<ReturnType<Awaited<ReturnType<typeof mortalDatabase>>['reach']>>;
  let replicas: ProductProcess[];
  beforeAll(async () => {
    const { kind, reach } = await mortalDatabase();
    town = await openTown(kind, people);
    database = await reach(town.db.url);
    const there = { DATABASE_URL: database.url };
    replicas = await Promise.all([town.startProduct(there), town.startProduct(there)]);
  });
  afterAll(async () => {
    for (const replica of replicas) replica.kill();
    await Promise.all(replicas.map(({ gone }) => gone));
    await town.close();
    database.stop();
  });

  it('go on where they were when it is back, and sixty members get what they came for', async () => {
    const crowd = sendIn(town, people);
    const onTheirWay = async () => crowd.ways.filter((way) => way.codes().length > 0).length;
    await Promise.race([
      eventually(onTheirWay, (count) => count > people.length / 3, 120_000),
      crowd.through,
    ]);
    await database.kill();
    await database.startAgain();

    await theUnluckyAskAgain(town, crowd, replicas);
    await crowd.through;
    await eventually(() => isQuiet(town), Boolean);
    await expectExactBooks(town, crowd);
    for (const way of crowd.ways) expect(notNow(way)).toBeLessThanOrEqual(1);
    // Whose process was not seen to live in time: at the worst a message repeats.
    await expectFewRepeats(town, crowd);
  });
});

const notNow = (way: Walk): number => heard(way).filter((name) => name === 'not-now').length;
