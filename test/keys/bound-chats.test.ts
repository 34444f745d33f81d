import { beforeEach, expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { person } from '../../playground/cast.js';
import { reindexBoundChats } from '../../src/keys/bound-chat-index-store.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeMembers } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock } from '../support/hand-clock.js';

const [oldKey, newKey] = [systemRandom.bytes(32), systemRandom.bytes(32)];
const { insuredCode, nationalId, phone: mobile } = person('behrouz');

onCleanDatabases('of bound chats, when keys are rotated,', (db) => {
  let before: Keyring;
  let during: Keyring;
  beforeEach(() => {
    before = makeKeyring({ keys: [oldKey], random: systemRandom });
    during = makeKeyring({ keys: [newKey, oldKey], random: systemRandom });
  });

  const put = (number: string | null, code = insuredCode) =>
    db().inTransaction(async (tx) => {
      const members = makeMembers({ tx, keyring: before, clock: handClock() });
      return (await members.put({ insuredCode: code, nationalId, cover: null, mobile: number })).memberId;
    });
  let chats = 0;
  const bound = (memberId: number, provenBy: string | null, endedAt: Date | null = null): BoundChat => ({
    ...{ id: (chats += 1), memberId, chatKey: `telegram:1:${chats}`, provenBy },
    ...{ boundAt: new Date(0), lastUsedAt: null, endedAt, endedFor: endedAt && 'own' },
  });
  const insert = (...rows: BoundChat[]) =>
    db().dataSource.manager.insert(
      BoundChat,
      rows.map((row) => ({ ...row })),
    );
  const reindex = (after: number) =>
    db().inTransaction((tx) => reindexBoundChats({ tx, keyring: during }, after));
  const proofs = async () =>
    (await db().dataSource.manager.find(BoundChat, { order: { id: 'ASC' } })).map(({ provenBy }) => provenBy);

  it('only those that the number on record still proves are taken over', async () => {
    const member = await put(mobile);
    const numberless = await put(null, person('sara').insuredCode);
    const [old, anew] = [before.index('mobile', mobile), during.index('mobile', mobile)];
    const other = before.index('mobile', '09120000099');
    const rows = [
      bound(member, old),
      bound(member, other),
      bound(member, anew),
      bound(member, null),
      bound(member, old, new Date(0)),
      bound(numberless, old),
      bound(member + numberless, old),
    ];
    await insert(...rows);
    expect(await reindex(0)).toEqual({ last: rows.at(-1)?.id, changed: 1 });
    expect(await proofs()).toEqual([anew, other, anew, null, old, old, old]);
  });

  it('are taken two hundred at a time, in order and from where the last ones ended', async () => {
    const member = await put(mobile);
    const rows = Array.from({ length: 203 }, () => bound(member, before.index('mobile', mobile)));
    await insert(...[...rows].reverse());
    const [first] = rows;
    expect(await reindex(first?.id ?? 0)).toEqual({ last: rows[200]?.id, changed: 200 });
    expect(await reindex(rows[200]?.id ?? 0)).toEqual({ last: rows[202]?.id, changed: 2 });
    expect(await reindex(rows[202]?.id ?? 0)).toEqual({ last: null, changed: 0 });
    const anew = during.index('mobile', mobile);
    expect((await proofs()).map((proof) => proof === anew)).toEqual(rows.map((row) => row !== first));
  });
});
