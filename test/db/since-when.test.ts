import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { StaffAccount } from '../../entities/staff-account.js';
import { StaffPerson } from '../../entities/staff-person.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { migrate } from '../../src/db/migrate.js';
import { migrations } from '../../src/db/migrations/index.js';
import { databases } from '../support/databases.js';

const before = migrations.findIndex(({ name }) => name.startsWith('BoundChats'));
const at = (day: number): string => `2026-05-0${day} 08:30:00.000`;
const date = (day: number): Date => new Date(`2026-05-0${day}T08:30:00.000Z`);

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('an upgrade', () => {
    let empty: Awaited<ReturnType<typeof createEmpty>>;
    const opened: DataSource[] = [];
    beforeEach(async () => {
      empty = await createEmpty();
    });
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.destroy();
      await empty.drop();
    });
    const open = async (count = migrations.length): Promise<DataSource> => {
      const settings = parseDatabaseUrl(empty.url)!;
      const { options } = makeDataSource(settings);
      const dataSource = new DataSource({ ...options, migrations: migrations.slice(0, count) });
      opened.push(await dataSource.initialize());
      await migrate(dataSource);
      return dataSource;
    };

    it('knows since when somebody is of rank and an account theirs, as far as the trail tells', async () => {
      const { manager } = await open(before);
      const person = (name: string, role: string, state = 'active') =>
        manager.query('INSERT INTO staff_people (name, role, state, created_at) VALUES (?, ?, ?, ?)', [
          ...[name, role, state, at(1)],
        ]);
      await person('one', 'owner');
      await person('two', 'supervisor');
      await person('three', 'operator');
      await person('four', 'supervisor', 'removed');
      for (const [id, account] of [
        [1, '11'],
        [1, '12'],
        [2, '21'],
      ])
        await manager.query('INSERT INTO staff_accounts (person_id, platform, account) VALUES (?, ?, ?)', [
          ...[id, 'telegram', account],
        ]);
      const line = (day: number, event: string, detail: object) =>
        manager.query('INSERT INTO audit (at, event, actor, detail) VALUES (?, ?, ?, ?)', [
          ...[at(day), event, 'staff:1', JSON.stringify(detail)],
        ]);
      await line(3, 'privilege_permissions_changed:staff-role', { person: 2, newRole: 'supervisor' });
      await line(4, 'user_updated:staff-link', { person: 1 });
      await line(5, 'user_updated:staff-remove', { person: 4 });
      const now = (await open()).manager;
      expect(await now.find(StaffPerson, { order: { id: 'ASC' } })).toMatchObject([
        { rankedSince: date(1), rankedHours: 0 },
        { rankedSince: date(3), rankedHours: 0 },
        { rankedSince: null, rankedHours: 0 },
        { rankedSince: null, rankedHours: 96 },
      ]);
      const accounts = await now.find(StaffAccount, { order: { id: 'ASC' } });
      expect(accounts.map(({ addedAt }) => addedAt)).toEqual([date(1), date(4), date(1)]);
    });

    it('binds a chat to the number that is on record, and knows when it was used last', async () => {
      const { manager } = await open(before);
      await manager.query(
        `INSERT INTO members (insured_code, national_id, national_id_index, mobile_index, key_id, created_at)
         VALUES ('310001', 'encrypted', 'index', 'number', 'key', ?)`,
        [at(1)],
      );
      for (const chat of ['telegram:1:1', 'telegram:1:2'])
        await manager.query('INSERT INTO bound_chats (member_id, chat_key, bound_at) VALUES (1, ?, ?)', [
          ...[chat, at(1)],
        ]);
      await manager.query(
        `INSERT INTO password_resets
           (id, member_id, coverage_id, challenge_id, insured_code, chat_key, reference, state, reserved_at)
         VALUES ('r', 1, 1, 'c', '310001', 'telegram:1:1', 'ACDE3467', 'done', ?)`,
        [at(6)],
      );
      const now = (await open()).manager;
      expect(await now.find(BoundChat, { order: { id: 'ASC' } })).toMatchObject([
        { provenBy: 'number', lastUsedAt: date(6), endedAt: null },
        { provenBy: 'number', lastUsedAt: null, endedAt: null },
      ]);
    });
  });
});
