import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { Member } from '../../entities/member.js';
import { StaffApproval } from '../../entities/staff-approval.js';
import { StaffQuestion } from '../../entities/staff-question.js';
import { person } from '../../playground/cast.js';
import { enqueueIncoming } from '../../src/intake/inbox.js';
import { systemClock } from '../../src/clock.js';
import { keysInUse, leftUnderOthers } from '../../src/keys/at-rest.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { reencryptActions } from '../../src/keys/reencrypt-actions.js';
import { reindexBoundChats } from '../../src/keys/bound-chat-index-store.js';
import { rotateSome } from '../../src/keys/rotate.js';
import { makeEncryptedStore } from '../../src/keys/encrypted-store.js';
import { makeMembers } from '../../src/members/members.js';
import { systemRandom } from '../../src/random.js';
import { databases, type TestDatabase } from '../support/databases.js';

const [oldKey, newKey] = [systemRandom.bytes(32), systemRandom.bytes(32)];
const ring = (...keys: Buffer[]): Keyring => makeKeyring({ keys, random: systemRandom });
const [before, during, after] = [ring(oldKey), ring(newKey, oldKey), ring(newKey)];
const { insuredCode, nationalId, phone: mobile, name } = person('behrouz');

describe.each(databases)('$name', ({ missing, create }) => {
  describe.skipIf(missing)('a new key', () => {
    let db: TestDatabase;
    beforeEach(async () => {
      db = await create();
      await put(before, mobile);
    });
    afterEach(() => db.drop());

    const put = (keyring: Keyring, number: string | null, code = insuredCode) =>
      db.inTransaction((tx) =>
        makeMembers({ tx, keyring, clock: systemClock }).put({
          insuredCode: code,
          nationalId,
          cover: null,
          mobile: number,
          name,
        }),
      );
    const rotate = async () => {
      while (await db.inTransaction((tx) => rotateSome({ tx, keyring: during })));
      await db.inTransaction((tx) => reindexBoundChats({ tx, keyring: during }, 0));
    };
    const read = async (keyring: Keyring) =>
      db.inTransaction(async (tx) => {
        const members = makeMembers({ tx, keyring, clock: systemClock });
        const [byId, byMobile] = [await members.byNationalId(nationalId), await members.byMobile(mobile)];
        return {
          ...{ byId: byId.length, byMobile: byMobile.length },
          mobile: byId[0] && members.mobileOf(byId[0]),
          names: byId.map((member) => members.nameOf(member)),
        };
      });
    const challenge = (state: Challenge['state']): Challenge => ({
      ...{
        id: state,
        memberId: 1,
        openMemberId: state === 'open' ? 1 : null,
        blindPair: null,
        cardShown: 0,
        coverageId: 1,
      },
      ...{ chatKey: 'telegram:1:1', senderId: '1', state, wrongCodes: 0, sends: 1, mobileSource: 'insurer' },
      ...{ mobile: before.encrypt('mobile', mobile), mobileIndex: before.index('mobile', mobile) },
      ...{ keyId: before.current, lastSentAt: new Date(0), createdAt: new Date(0), expiresAt: new Date(0) },
    });

    it('leaves bound those chats that the number on record has proven, and no other', async () => {
      const chat = { memberId: 1, boundAt: new Date(0), lastUsedAt: null, endedAt: null, endedFor: null };
      const insert = (chatKey: string, number: string) =>
        db.inTransaction((tx) =>
          tx.insert(BoundChat, { ...chat, chatKey, provenBy: before.index('mobile', number) }),
        );
      await insert('telegram:1:1', mobile);
      await insert('telegram:1:2', '09350000077');
      await rotate();
      const bound = await db.dataSource.manager.findBy(BoundChat, {
        provenBy: after.index('mobile', mobile),
      });
      expect(bound.map(({ chatKey }) => chatKey)).toEqual(['telegram:1:1']);
    });

    it('finds and reads every member alone when the rotation is over', async () => {
      await put(before, null, person('sara').insuredCode);
      await rotate();
      expect(await read(after)).toEqual({ byId: 2, byMobile: 1, mobile, names: [name, name] });
      expect(await db.inTransaction((tx) => makeEncryptedStore(tx).fingerprints())).toEqual(
        new Set([after.current]),
      );
    });

    it('may be taken up in the middle, and finds members all the time', async () => {
      await rotate();
      await put(before, mobile, person('sara').insuredCode);
      expect(await read(during)).toMatchObject({ byId: 2 });
      await rotate();
      expect(await read(after)).toMatchObject({ byId: 2 });
    });

    it('says how many rows it has taken, until none is left', async () => {
      await put(before, null, person('sara').insuredCode);
      const some = () => db.inTransaction((tx) => rotateSome({ tx, keyring: during }));
      expect([await some(), await some()]).toEqual([2, 0]);
    });

    it('is not asked for by an action of staff whose number nobody can read', async () => {
      const action = '{"sealed":"no such thing"}';
      const asked = { askedBy: 1, action, snapshot: 'none', state: 'open' as const, decidedBy: null };
      const until = new Date(1);
      const waits = { ...asked, reference: 'WAITS', createdAt: new Date(0), expiresAt: until };
      await db.dataSource.manager.insert(StaffApproval, waits);
      expect(await db.inTransaction((tx) => keysInUse(tx, new Date(0)))).toEqual(new Set([before.current]));
    });

    it('takes no row that has changed since it was read', async () => {
      await db.inTransaction(async (tx) => {
        const store = makeEncryptedStore(tx);
        const members = {
          entity: Member as never,
          id: 'id',
          columns: [{ name: 'mobile', purpose: 'mobile' as const }],
        };
        const [seen] = await store.underOthers(members, during.current, 1);
        if (!seen) throw new Error('nobody is there');
        await tx.update(Member, { insuredCode }, { mobile: before.encrypt('mobile', '09120000099') });
        expect(await store.change(members, seen, { keyId: during.current })).toBe(false);
      });
    });

    it('leaves an open challenge to its key, from which its code is made', async () => {
      await db.inTransaction((tx) => tx.insert(Challenge, [challenge('open'), challenge('spent')]));
      await rotate();
      const keys = await db.inTransaction((tx) => tx.find(Challenge, { order: { id: 'ASC' } }));
      expect(keys.map(({ keyId }) => keyId)).toEqual([before.current, during.current]);
      expect(await db.inTransaction((tx) => makeEncryptedStore(tx).countUnderOthers(during.current))).toBe(1);
    });

    it('takes over the number in what a second person may still agree to, and lets go what nobody may', async () => {
      const now = new Date('2026-11-26T08:00:00Z');
      const action = JSON.stringify({
        kind: 'first-mobile',
        sealed: before.encrypt('mobile', mobile),
        memberId: 1,
      });
      const asked = {
        askedBy: 1,
        action,
        snapshot: 'none',
        state: 'open' as const,
        decidedBy: null,
        createdAt: now,
      };
      const until = (ms: number) => new Date(now.getTime() + ms);
      await db.inTransaction(async (tx) => {
        await tx.insert(StaffApproval, { ...asked, reference: 'WAITS', expiresAt: until(1) });
        await tx.insert(StaffApproval, { ...asked, reference: 'THE-SAME', expiresAt: until(1) });
        await tx.insert(StaffApproval, { ...asked, reference: 'TOO-LATE', expiresAt: until(-1) });
        const question = {
          token: 'token',
          personId: 2,
          chatKey: 'telegram:1:2',
          approvalId: 1,
          snapshot: 'none',
        };
        await tx.insert(StaffQuestion, { ...question, action, state: 'open', expiresAt: until(1) });
      });
      await rotate();
      const inUse = () => db.inTransaction((tx) => keysInUse(tx, now));
      expect(await inUse()).toEqual(new Set([after.current, before.current]));
      const left = () => db.inTransaction((tx) => leftUnderOthers(tx, after.current, now));
      const reencrypt = () => db.inTransaction((tx) => reencryptActions({ tx, keyring: during }, now));
      expect(await left()).toBe(3);
      expect([await reencrypt(), await reencrypt(), await left()]).toEqual([3, 0, 0]);
      expect(await inUse()).toEqual(new Set([after.current]));
      const waiting = await db.dataSource.manager.findOneByOrFail(StaffApproval, { reference: 'WAITS' });
      const { sealed, ...rest } = JSON.parse(waiting.action) as { sealed: string };
      expect(after.decrypt('mobile', sealed)).toBe(mobile);
      expect(rest).toEqual({ kind: 'first-mobile', memberId: 1 });
      const { action: shown } = await db.dataSource.manager.findOneByOrFail(StaffQuestion, {
        token: 'token',
      });
      expect(after.decrypt('mobile', (JSON.parse(shown) as { sealed: string }).sealed)).toBe(mobile);
    });

    it('reads what still waits in the inbox, and takes over what is emptied', async () => {
      const arrival = (id: string) => ({
        ...{ source: 'telegram:1', id, chatKey: 'telegram:1:1' },
        incoming: { kind: 'event' as const, event: { kind: 'flood' as const } },
      });
      await db.inTransaction(async (tx) => {
        for (const id of ['1', '2'])
          await enqueueIncoming({ tx, keyring: before, clock: systemClock }, arrival(id));
        await tx.update(InboxEntry, { updateId: '1' }, { state: 'done', payload: '' });
      });
      await rotate();
      const [done, waiting] = await db.inTransaction((tx) =>
        tx.find(InboxEntry, { order: { updateId: 'ASC' } }),
      );
      expect([done?.payload, done?.keyId]).toEqual(['', after.current]);
      expect(after.decrypt('inbox', waiting?.payload ?? '')).toContain('flood');
    });
  });
});
