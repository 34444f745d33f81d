import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Chat } from '../../entities/chat.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { databases, type TestDatabase } from '../support/databases.js';

describe.each(databases)('$name', ({ missing, create }) => {
  describe.skipIf(missing)('a column that is emptied', () => {
    let db: TestDatabase;
    beforeEach(async () => {
      db = await create();
    });
    afterEach(() => db.drop());

    it('is empty, also when nothing else is changed', async () => {
      const at = new Date('2026-05-10T08:30:00.000Z');
      const entry = {
        source: 'event',
        updateId: '1',
        chatKey: 'telegram:1:1',
        payload: '',
        keyId: '',
        tries: 0,
      };
      await db.inTransaction(async (tx) => {
        await tx.insert(Chat, { key: 'telegram:1:1', createdAt: at });
        const dates = { receivedAt: at, dueAt: at };
        await tx.insert(InboxEntry, { ...entry, ...dates, state: 'waiting', fault: 'once' });
        await tx.update(InboxEntry, { id: 1 }, { fault: null });
      });
      expect((await db.dataSource.manager.findOneByOrFail(InboxEntry, { id: 1 })).fault).toBeNull();
    });
  });
});
