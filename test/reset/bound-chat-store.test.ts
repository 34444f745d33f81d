import { beforeEach, expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { makeBoundChatStore, type BoundChatStore } from '../../src/reset/bound-chat-store.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { after, now } from './stored-resets.js';

onCleanDatabases('of chats that are bound to a member,', (db) => {
  const asked = <T>(work: (store: BoundChatStore) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeBoundChatStore(tx)));
  const chatOf = (id: number, change: Partial<BoundChat> = {}): BoundChat => ({
    ...{ id, memberId: 1, chatKey: `telegram:1:${id}`, boundAt: now, provenBy: 'number' },
    ...{ lastUsedAt: null, endedAt: null, endedFor: null, ...change },
  });
  const row = (id: number) => db().dataSource.manager.findOneByOrFail(BoundChat, { id });
  const ids = (rows: BoundChat[]) => rows.map(({ id }) => id);
  beforeEach(async () => {
    const ended = { endedAt: after(-5), endedFor: 'own' as const };
    const rows = [
      chatOf(1),
      chatOf(2, { provenBy: 'earlier number', lastUsedAt: after(-1) }),
      chatOf(3, ended),
      chatOf(4, { memberId: 2, chatKey: 'telegram:1:1' }),
      chatOf(5, { provenBy: 'another', boundAt: after(-9), lastUsedAt: after(-3) }),
      chatOf(6, { provenBy: null, boundAt: after(-3) }),
      chatOf(7, { ...ended, memberId: 2, chatKey: 'telegram:1:1', boundAt: after(-9) }),
    ];
    await db().dataSource.manager.insert(BoundChat, rows.slice(0, 6));
    await db().dataSource.manager.insert(BoundChat, { ...rows[6]!, memberId: 3 });
  });

  it('those of a number have not ended, and are told apart by chat', async () => {
    const ofMember = async (...indexes: string[]) => ids(await asked((store) => store.ofMember(1, indexes)));
    expect([await ofMember('earlier number', 'number'), await ofMember()]).toEqual([[1, 2], []]);
    expect(ids(await asked((store) => store.inChat('telegram:1:1')))).toEqual([1, 4]);
    expect(await asked((store) => store.pair(2, 'telegram:1:1'))).toMatchObject({ id: 4 });
    expect(await asked((store) => store.pair(1, 'telegram:1:3'))).toMatchObject({ id: 3 });
    expect(await asked((store) => store.find(5))).toMatchObject({ id: 5 });
  });

  it('one stays bound since then by the same number, and begins anew by another or after it ended', async () => {
    const bind = (chatKey: string, provenBy: string) =>
      asked((store) => store.bind({ memberId: 1, chatKey, provenBy }, after(7)));
    await bind('telegram:1:1', 'number');
    expect(await row(1)).toEqual(chatOf(1, { lastUsedAt: after(7) }));
    await bind('telegram:1:2', 'number');
    expect(await row(2)).toEqual(chatOf(2, { boundAt: after(7), lastUsedAt: after(7) }));
    await bind('telegram:1:3', 'number');
    expect(await row(3)).toEqual(chatOf(3, { boundAt: after(7), lastUsedAt: after(7) }));
    await bind('telegram:1:99', 'number');
    const anew = await asked((store) => store.pair(1, 'telegram:1:99'));
    expect(anew).toMatchObject({
      boundAt: after(7),
      lastUsedAt: after(7),
      provenBy: 'number',
      endedAt: null,
    });
  });

  it('a use is noted where it has not ended, and an end once', async () => {
    await asked((store) => store.touch(1, 'telegram:1:1', after(3)));
    await asked((store) => store.touch(1, 'telegram:1:3', after(3)));
    const used = [await row(1), await row(3), await row(4)].map(({ lastUsedAt }) => lastUsedAt);
    expect(used).toEqual([after(3), null, null]);
    const end = () => asked((store) => store.end(1, 'staff', after(4)));
    expect([await end(), await end()]).toEqual([true, false]);
    expect(await row(1)).toMatchObject({ endedAt: after(4), endedFor: 'staff' });
    expect(await row(4)).toMatchObject({ endedAt: null });
  });

  it('those that nobody has used since are found, the oldest first, and what ended long ago is swept', async () => {
    const unused = async (since: Date, most = 9) =>
      ids(await asked((store) => store.unusedSince(since, most)));
    expect([await unused(after(-3)), await unused(after(-2)), await unused(after(-2), 1)]).toEqual([
      ...[[], [5, 6], [5]],
    ]);
    const purge = (before: Date) => asked((store) => store.purge(before));
    expect([await purge(after(-5)), await purge(after(-4)), await purge(after(-4))]).toEqual([0, 2, 0]);
    expect(await db().dataSource.manager.count(BoundChat)).toBe(5);
  });
});
