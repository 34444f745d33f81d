import { expect, it } from 'vitest';
import { Chat } from '../../entities/chat.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { purgeChats } from '../../src/chats/purge.js';
import { keyOf, openIntake, textUpdate } from '../intake/harness.js';
import { purgeInbox } from '../../src/intake/purge.js';
import { rowsPerPage } from '../../src/db/by-page.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { day } from '../support/hand-clock.js';

onCleanDatabases('the row of a chat', (db) => {
  const chats = async () =>
    (await db().dataSource.manager.find(Chat, { order: { key: 'ASC' } })).map(({ key }) => key);
  const opened = () => openIntake(db(), async () => undefined);
  const purge = (intake: ReturnType<typeof opened>) =>
    db().inTransaction(async (tx) => {
      await purgeInbox(tx, intake.clock.now());
      return purgeChats(tx, intake.clock.now());
    });

  it('goes a month after it was made, where it has left no trace', async () => {
    const intake = opened();
    await intake.receive(textUpdate(1, 5, 'hello'));
    await intake.drain();
    intake.clock.pass(30 * day);
    expect(await purge(intake)).toBe(0);
    intake.clock.pass(1);
    expect(await purge(intake)).toBe(1);
    expect(await chats()).toEqual([]);
  });

  it('stays with a bond, with what came lately, and for a year with a language of its own', async () => {
    const intake = opened();
    for (const chat of [5, 6, 7]) await intake.receive(textUpdate(chat, chat, 'hello'));
    await intake.drain();
    const { manager } = db().dataSource;
    const now = intake.clock.now();
    await manager.insert(BoundChat, { ...bond, chatKey: keyOf(5), boundAt: now });
    await manager.update(Chat, { key: keyOf(6) }, { locale: 'en' });
    intake.clock.pass(100 * day);
    await intake.receive(textUpdate(8, 7, 'again'));
    await intake.drain();
    expect(await purge(intake)).toBe(0);
    intake.clock.pass(301 * day);
    expect(await purge(intake)).toBe(2);
    expect(await chats()).toEqual([keyOf(5)]);
  });

  it('goes a thousand at a time, however many strangers have come', async () => {
    const intake = opened();
    const createdAt = intake.clock.now();
    const strangers = Array.from({ length: rowsPerPage + 1 }, (_, chat) => ({ key: keyOf(chat), createdAt }));
    await db()
      .dataSource.createQueryBuilder()
      .insert()
      .into(Chat)
      .values(strangers)
      .updateEntity(false)
      .execute();
    intake.clock.pass(31 * day);
    expect([await purge(intake), await purge(intake), await purge(intake)]).toEqual([rowsPerPage, 1, 0]);
  });

  it('is made anew where it was taken away while something came in, which is handled', async () => {
    const heard: string[] = [];
    const intake = openIntake(db(), async (_tx, chatKey) => void heard.push(chatKey));
    await intake.receive(textUpdate(1, 5, 'hello'));
    await db().dataSource.manager.delete(Chat, { key: keyOf(5) });
    await intake.drain();
    expect([heard, await chats()]).toEqual([[keyOf(5)], [keyOf(5)]]);
  });
});

const bond = { memberId: 1 };
