import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chat } from '../../entities/chat.js';
import { LimitCounter } from '../../entities/limit-counter.js';
import { Member } from '../../entities/member.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { walk } from '../support/walk.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;

describe.skipIf(mariadb.missing)('a member whose turn the database gives up in favour of another', () => {
  const member = { ...invent(1, false), used: 0 };
  let town: Town;
  let product: ProductProcess;
  beforeAll(async () => {
    town = await openTown(mariadb, [member]);
    product = await town.startProduct();
  });
  afterAll(async () => {
    product.kill();
    await product.gone;
    await town.close();
  });

  it('is answered as if nothing had been', async () => {
    const { emulator, phone, db } = town;
    const { account: id, phone: mobile } = member;
    const chat = emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone: mobile });
    const way = walk(member, chat, phone);
    await way.begin();
    await way.givesCode();
    way.givesId();
    await way.hears('ask-mobile');

    const other = db.dataSource.createQueryRunner();
    await other.startTransaction();
    await hasMoreToLose(other.manager);
    await lockAll(other.manager, Member);
    chat.say(mobile);
    await eventually(() => asksForMember(db.dataSource.manager), Boolean);
    await lockAll(other.manager, Chat);
    await other.rollbackTransaction();
    await other.release();

    await way.isAskedForTheCode();
    await way.typesTheCode();
    await way.isBackIn();
    expect(way.codes()).toHaveLength(1);
  });
});

type Manager = Town['db']['dataSource']['manager'];

const lockAll = (tx: Manager, entity: typeof Member | typeof Chat) =>
  tx.createQueryBuilder(entity, 'row').setLock('pessimistic_write').getMany();

/** Of two that wait for each other the one is given up that has changed less. */
const hasMoreToLose = (tx: Manager) =>
  tx.insert(
    LimitCounter,
    Array.from({ length: 500 }, (_, at) => ({ key: `nobody:${at}`, count: 1, windowEndsAt: new Date(0) })),
  );

/** Of the turn: who has the rows looks on. */
async function asksForMember(manager: Manager): Promise<boolean> {
  const [row] = await manager.query<{ asking: string }[]>(
    'SELECT COUNT(*) AS asking FROM information_schema.processlist' +
      " WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info LIKE '%members%FOR UPDATE'",
  );
  return Number(row?.asking) === 1;
}
