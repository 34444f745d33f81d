import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { systemRandom } from '../../src/random.js';
import { type } from '../cli/shell.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { freePort } from '../../bench/private-servers.js';
import { openTown, type Town } from '../support/town.js';
import { walk } from '../support/walk.js';
import { expectExactBooks } from './crowd-books.js';
import { inventCrowd, sendIn } from './crowd.js';
import { isQuiet } from './quiet.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const makeKey = (): string => systemRandom.bytes(32).toString('base64');
const crowdSize = 40;

describe.skipIf(mariadb.missing)('while the application key is changed', () => {
  const [oldKey, newKey] = [makeKey(), makeKey()];
  let town: Town;
  let replicas: ProductProcess[];
  const people = [...inventCrowd(crowdSize), { ...invent(900), fate: 'back in' as const }];
  beforeAll(async () => {
    town = await openTown(mariadb, people, {
      settings: { APP_KEYS: oldKey, SMS_PER_HOUR: '1000', SMS_PER_DAY: '1000' },
    });
    replicas = await Promise.all([town.startProduct(), town.startProduct()]);
  });
  afterAll(async () => {
    for (const replica of replicas) replica.kill();
    await Promise.all(replicas.map(({ gone }) => gone));
    await town.close();
  });

  /** A rolling restart: one replica after the other. */
  async function restartWith(APP_KEYS: string): Promise<void> {
    for (const [at, replica] of replicas.entries()) {
      await replica.stop();
      replicas[at] = await town.startProduct({ APP_KEYS });
    }
  }
  const rows = () => town.db.dataSource.manager;

  it('as it is written down, every member is served, and nothing fails', async () => {
    const crowd = sendIn(town, people.slice(0, crowdSize));
    await crowd.isThere((ended) => ended >= 2);
    await restartWith(`${oldKey},${newKey}`);
    await restartWith(`${newKey},${oldKey}`);
    await crowd.through;
    await eventually(() => isQuiet(town), Boolean);
    expect(await rows().countBy(InboxEntry, { state: 'parked' })).toBe(0);
    expect(await rows().countBy(OutboxEntry, [{ state: 'failed' }, { state: 'doubt' }])).toBe(0);
    await expectExactBooks(town, crowd);
  });

  it('a replica that was forgotten says so, and the other serves whoever it cannot read', async () => {
    const port = await freePort();
    replicas.push(await town.startProduct({ APP_KEYS: `${oldKey},${newKey}`, HTTP_PORT: String(port) }));
    const newest = makeKey();
    await replicas.shift()!.stop();
    await replicas.shift()!.stop();
    const [forgotten] = replicas;
    await eventually(forgotten!.leads, Boolean, 60_000);
    replicas.push(await town.startProduct({ APP_KEYS: `${newest},${newKey},${oldKey}` }));
    const { said } = await type('keys rotate', {
      ...town.settings,
      APP_KEYS: `${newest},${newKey},${oldKey}`,
    });
    expect(said).toContain('Keep the older keys');

    const member = people[crowdSize]!;
    const chat = town.emulator.account({
      ...{ messenger: 'telegram', id: member.account, firstName: 'ر', phone: member.phone },
    });
    const way = walk(member, chat, town.phone, 120_000);
    await way.begin();
    await way.givesCode();
    way.givesId();
    await way.isAskedForTheCode();
    await way.typesTheCode();
    await way.isBackIn();
    const missing = await eventually(
      async () => ((await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as Ready).reasons,
      (reasons) => reasons.length > 0,
    );
    expect(missing).toEqual([
      expect.stringMatching(/^a key is missing from APP_KEYS here \([0-9a-f]{16}\)$/),
    ]);
    expect(await rows().countBy(InboxEntry, { state: 'parked' })).toBe(0);
    expect(await rows().countBy(OutboxEntry, [{ state: 'failed' }, { state: 'doubt' }])).toBe(0);
  });
});

interface Ready {
  reasons: string[];
}
