import type { Update } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Chat } from '../../entities/chat.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { PortalReset } from '../../entities/portal-reset.js';
import { chatKey } from '../../src/chats/address.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { invent, type Invented } from '../support/invented.js';
import type { ProductProcess } from '../support/product-process.js';
import { openTown, type Town } from '../support/town.js';
import { walk, type Walk } from '../support/walk.js';
import { heard, straightWay } from './heard.js';

const mariadb = databases.find(({ name }) => name === 'MariaDB')!;
const people = [1, 2, 3, 4].map((number) => invent(number));

describe.skipIf(mariadb.missing)('two replicas on one MariaDB', () => {
  let town: Town;
  let replicas: ProductProcess[];
  let lastUpdate = 5_000_000;
  beforeAll(async () => {
    town = await openTown(mariadb, people);
    replicas = await Promise.all([town.startProduct(), town.startProduct()]);
  });
  afterAll(async () => {
    for (const replica of replicas) replica.kill();
    await Promise.all(replicas.map(({ gone }) => gone));
    await town.close();
  });

  const bot = () => ({ platform: 'telegram' as const, bot: String(town.emulator.bot('telegram').id) });
  const keyOf = ({ account }: Invented): string => chatKey({ ...bot(), chat: String(account) });

  /** Somebody who has written to the bot before. */
  async function known(member: Invented): Promise<Walk> {
    const { account: id, phone } = member;
    const chat = town.emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone });
    chat.say('/help');
    await chat.nextMessage({ timeout: 20_000 });
    return walk(member, chat, town.phone);
  }

  /** What they type, as the messenger would bring it. */
  const typed = ({ account: id }: Invented, texts: readonly string[]): Update[] =>
    texts.map((text) => {
      const from = { id, is_bot: false, first_name: 'ر' };
      const chat = { id, type: 'private' as const, first_name: 'ر' };
      const entities = text.startsWith('/') ? [{ type: 'bot_command' as const, offset: 0, length: 6 }] : [];
      lastUpdate += 1;
      const message = { message_id: lastUpdate, date: 0, from, chat, text, entities };
      return { update_id: lastUpdate, message };
    });

  /** Each replica is brought all of it twice, each in another order, before either begins with the chat. */
  async function broughtToBoth(member: Invented, updates: readonly Update[]): Promise<void> {
    const twice = [...updates, ...updates.toReversed()];
    await town.db.dataSource.transaction(async (tx) => {
      await tx.findOneOrFail(Chat, { where: { key: keyOf(member) }, lock: { mode: 'pessimistic_write' } });
      const brought = replicas.map((replica, at) => replica.receive(bot(), at ? twice.toReversed() : twice));
      await Promise.all(brought);
    });
    await eventually(
      () => town.db.dataSource.manager.countBy(InboxEntry, { state: 'waiting' }),
      (waiting) => waiting === 0,
    );
  }

  const rows = () => town.db.dataSource.manager;
  const nothingLeft = () =>
    eventually(
      () => rows().countBy(OutboxEntry, [{ state: 'waiting' }, { state: 'in-hand' }]),
      (left) => left === 0,
    );

  it('make of what is brought four times, in four orders, what they would make of it once', async () => {
    const member = people[0]!;
    const way = await known(member);
    await broughtToBoth(member, typed(member, ['/reset', member.insuredCode, member.nationalId]));
    await way.isAskedForTheCode();
    await broughtToBoth(member, typed(member, [await way.readsCode()]));
    await way.isBackIn();
    await nothingLeft();

    expect(heard(way)).toEqual(['help', ...straightWay(member)]);
    expect(way.codes()).toHaveLength(1);
    expect(await rows().findBy(PasswordReset, { insuredCode: member.insuredCode })).toMatchObject([
      { state: 'done' },
    ]);
    expect(await town.portalBooks.dataSource.manager.find(PortalReset)).toMatchObject([{ calls: 1 }]);
  });

  it('look at three of sixty wrong codes, and then no longer at the right one', async () => {
    const member = people[1]!;
    const way = await known(member);
    await broughtToBoth(member, typed(member, ['/reset', member.insuredCode, member.nationalId]));
    await way.isAskedForTheCode();
    const right = await way.readsCode();
    const wrong = Array.from({ length: 60 }, (_, at) =>
      String((Number(right) + at + 1) % 100_000).padStart(5, '0'),
    );
    await broughtToBoth(member, typed(member, [...wrong, right]));
    expect(await rows().findBy(Challenge, { chatKey: keyOf(member) })).toMatchObject([
      { state: 'locked', wrongCodes: 3 },
    ]);
    expect(await rows().countBy(PasswordReset, { insuredCode: member.insuredCode })).toBe(0);
    expect(await town.portal.state(member.insuredCode)).toBe('changed');
  });

  it('do without each other: whichever is killed, a member in the middle goes on', async () => {
    for (const [at, member] of people.slice(2).entries()) {
      const { account: id, phone } = member;
      const chat = town.emulator.account({ messenger: 'telegram', id, firstName: 'ر', phone });
      const way = walk(member, chat, town.phone);
      await way.begin();
      await nothingLeft();
      replicas[at]!.kill();
      await replicas[at]!.gone;
      await way.givesCode();
      way.givesId();
      await way.isAskedForTheCode();
      await way.typesTheCode();
      await way.isBackIn();
      replicas[at] = await town.startProduct();
    }
  });
});
