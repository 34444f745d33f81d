import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Listening } from '../../playground/listen.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { startFront } from '../support/front.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { expectExactBooks, expectOneRepeatAtMost } from './crowd-books.js';
import { inventCrowd, sendIn, theUnluckyAskAgain } from './crowd.js';
import { isQuiet } from './quiet.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const people = inventCrowd(300);

describe.skipIf(mariadb.missing)('three replicas on one MariaDB, brought updates', () => {
  let front: Listening;
  let town: Town;
  let replicas: ProductProcess[];
  beforeAll(async () => {
    const doors = await Promise.all([deadAddress(), deadAddress(), deadAddress()]);
    front = await startFront(doors);
    const settings = {
      ...{ UPDATES: 'webhook', WEBHOOK_URL: front.url, WEBHOOK_SECRET: 'a-secret-of-the-journeys' },
      ...{ SMS_PER_HOUR: '1000', SMS_PER_DAY: '1000' },
    };
    town = await openTown(mariadb, people, { settings, webhookDelays: [50, 100, 200] });
    replicas = await Promise.all(doors.map((door) => town.startProduct({ PORT: new URL(door).port })));
  });
  afterAll(async () => {
    for (const replica of replicas) replica.kill();
    await Promise.all(replicas.map(({ gone }) => gone));
    await town.close();
    await front.stop();
  });

  const jobs = (state: OutboxEntry['state']) => town.db.dataSource.manager.findBy(OutboxEntry, { state });

  it('lose two of them, one at a blow, and three hundred members do not notice', async () => {
    const [dying, leaving, staying] = replicas as [ProductProcess, ProductProcess, ProductProcess];
    await dying.dieAt({ line: 'job taken', kind: 'sms-code', nth: 20 });
    const crowd = sendIn(town, people);
    await Promise.race([dying.gone, crowd.through]);
    const inDoubt = await eventually(
      () => jobs('doubt'),
      ({ length }) => length > 0,
    );
    await crowd.isThere((ended) => ended > people.length / 4);

    expect(await leaving.stop()).toBe(0);
    expect(new Set((await jobs('in-hand')).map(({ holder }) => holder)).size).toBeLessThanOrEqual(1);
    expect(await jobs('doubt')).toHaveLength(inDoubt.length);

    await theUnluckyAskAgain(town, crowd, [staying]);
    await crowd.through;
    await eventually(() => isQuiet(town), Boolean);
    await expectExactBooks(town, crowd);
    await expectOneRepeatAtMost(town, crowd);
  });
});
