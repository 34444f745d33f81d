import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { expectExactBooks, expectOneRepeatAtMost } from './crowd-books.js';
import { inventCrowd, sendIn, theUnluckyAskAgain } from './crowd.js';
import { isQuiet } from './quiet.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const people = inventCrowd(300);

/** Longer than the lead may be nobody's on an idle machine, shorter than any lease. */
const soon = 10_000;

describe.skipIf(mariadb.missing)('of three replicas on one MariaDB that poll', () => {
  let town: Town;
  let replicas: ProductProcess[];
  beforeAll(async () => {
    town = await openTown(mariadb, people, {
      settings: { SMS_PER_HOUR: '1000', SMS_PER_DAY: '1000' },
    });
    replicas = [await town.startProduct()];
    await eventually(replicas[0]!.leads, Boolean, 60_000);
    replicas.push(...(await Promise.all([town.startProduct(), town.startProduct()])));
  });
  afterAll(async () => {
    for (const replica of replicas) replica.kill();
    await Promise.all(replicas.map(({ gone }) => gone));
    await town.close();
  });

  const jobs = (state: OutboxEntry['state']) => town.db.dataSource.manager.findBy(OutboxEntry, { state });

  it('the leader is killed and the next one leaves, and three hundred members do not notice', async () => {
    const [leader, ...others] = replicas as [ProductProcess, ProductProcess, ProductProcess];
    await leader.dieAt({ line: 'job performed', kind: 'portal-reset', nth: 5 });
    const crowd = sendIn(town, people);
    await Promise.race([leader.gone, crowd.through]);
    const lead = async () => (await Promise.all(others.map((other) => other.leads()))).indexOf(true);
    const next = await eventually(lead, (at) => at >= 0, soon);
    await crowd.isThere((ended) => ended > people.length / 2);
    const inDoubt = await jobs('doubt');

    const [leaving, staying] = next === 0 ? others : others.toReversed();
    expect(await leaving!.stop()).toBe(0);
    expect(new Set((await jobs('in-hand')).map(({ holder }) => holder)).size).toBeLessThanOrEqual(1);
    expect(await jobs('doubt')).toHaveLength(inDoubt.length);
    await eventually(staying!.leads, Boolean, soon);

    await theUnluckyAskAgain(town, crowd, [staying!]);
    await crowd.through;
    await eventually(() => isQuiet(town), Boolean);
    await expectExactBooks(town, crowd);
    await expectOneRepeatAtMost(town, crowd);
  });
});
