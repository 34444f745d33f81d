import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import { systemClock } from '../../src/clock.js';
import { lockFile } from '../../src/db/lock-file.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makePeople } from '../../src/people/people.js';
import { makeTrail } from '../../src/staff/trail.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { type } from './shell.js';

const maryam = 'telegram:4711+bale:4712 مریم راد --role supervisor';

describe.each(databases)('$name', ({ missing, create, name }) => {
  describe.skipIf(missing)('staff, at a shell', () => {
    let db: TestDatabase;
    beforeEach(async () => {
      db = await create();
    });
    afterEach(() => db.drop());

    const at = (line: string) =>
      type(`admin ${line}`, {
        TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
        APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
        SMS_PROVIDERS: 'file',
        DATABASE_URL: db.url,
      });

    it('somebody is let in with both accounts, as one person, and is listed', async () => {
      expect((await at('list')).said).toContain('Nobody');
      const { code, said } = await at(`add ${maryam}`);
      expect(said).toMatch(
        /^1: مریم راد, supervisor, telegram:4711 bale:4712\n.*told on all accounts\.\n.*\/whoami/,
      );
      expect(code).toBe(0);
      const chat = { chatKey: 'bale:700001:4712', senderId: '4712' };
      const there = await db.inTransaction((tx) => makePeople({ tx, clock: systemClock }).at(chat));
      expect(there).toMatchObject({ personId: 1, role: 'supervisor' });
      expect(await at('list')).toEqual({
        code: 0,
        said: '1: مریم راد, supervisor, telegram:4711 bale:4712',
      });
    });

    it('the trail names the operator for it', async () => {
      await at(`add ${maryam}`);
      const [line] = await db.dataSource.manager.find(AuditEntry);
      expect(line).toMatchObject({ actor: 'operator', event: 'user_created:staff-add' });
      expect(JSON.parse(line!.detail)).toEqual({
        ...{ newcomer: 'مریم راد', newRole: 'supervisor', account: 'telegram:4711 bale:4712' },
      });
      const [told] = await db.inTransaction((tx) => {
        const people = makePeople({ tx, clock: systemClock });
        const enqueueTrailCheck = () => Promise.resolve();
        return makeTrail({ tx, keyring: { index: () => '' }, people, enqueueTrailCheck }).last(null, 1);
      });
      expect(told?.who).toEqual({ kind: 'who-operator' });
    });

    it('every owner and supervisor is told of it on all accounts, since one person is enough here', async () => {
      await at(`add ${maryam}`);
      const chats = ['telegram:700001:4711', 'bale:700001:4712'];
      for (const chatKey of chats)
        await db.inTransaction(async (tx) => {
          const people = makePeople({ tx, clock: systemClock });
          await people.at({ chatKey, senderId: chatKey.split(':')[2]! });
        });
      expect((await at('add telegram:4799 Mina --role operator')).said).toContain('told on all accounts');
      const told = await db.dataSource.manager.find(InboxEntry, { order: { id: 'ASC' } });
      expect(told.map(({ chatKey }) => chatKey)).toEqual(chats);
    });

    it('nobody is let in twice, nor with an account of somebody else', async () => {
      await at(`add ${maryam}`);
      for (const account of ['bale:4712', 'telegram:4799+bale:4712']) {
        const { code, said } = await at(`add ${account} Mina --role operator`);
        expect(said).toContain('bale:4712 is مریم راد already');
        expect(code).toBe(1);
      }
      expect((await at('list')).said.split('\n')).toHaveLength(1);
    });

    it('whoever left comes back as the same person, with the role that is given now', async () => {
      await at(`add ${maryam}`);
      await db.inTransaction((tx) => makePeople({ tx, clock: systemClock }).remove(1));
      await at('add telegram:4711+bale:4712 Maryam --role operator');
      expect((await at('list')).said).toBe('1: Maryam, operator, telegram:4711 bale:4712');
    });

    it.each([
      'add',
      'add telegram:4711 Maryam',
      'add telegram:4711 --role owner',
      'add telegram:4711 Maryam --role king',
      'add maryam Maryam --role owner',
      'add telegram:1,telegram:2 Maryam --role owner',
      `add telegram:4711 ${'M'.repeat(61)} --role owner`,
      'list all',
    ])('is not understood: %s', async (line) => {
      expect(await at(line)).toMatchObject({ code: 2 });
      expect((await at('list')).said).toContain('Nobody');
    });

    if (name === 'SQLite')
      it('is let in while the bot is stopped, and says so otherwise; listed at any time', async () => {
        const settings = parseDatabaseUrl(db.url);
        const letGo = settings?.kind === 'sqlite' ? lockFile(settings.file) : () => undefined;
        const { code, said } = await at(`add ${maryam}`);
        expect(said).toContain('stop it first');
        expect(code).toBe(1);
        expect(await at('list')).toMatchObject({ code: 0 });
        letGo();
        expect(await at(`add ${maryam}`)).toMatchObject({ code: 0 });
      });
  });
});
