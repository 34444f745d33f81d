import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { migrate } from '../../src/db/migrate.js';
import { migrations } from '../../src/db/migrations/index.js';
import { databases } from '../support/databases.js';

const beforeNames = migrations.findIndex(({ name }) => name.startsWith('Names'));

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('the tables', () => {
    let empty: Awaited<ReturnType<typeof createEmpty>>;
    let opened: DataSource[] = [];
    beforeEach(async () => {
      empty = await createEmpty();
    });
    afterEach(async () => {
      for (const one of opened) await one.destroy();
      opened = [];
      await empty.drop();
    });

    /** The product of the day when there were only so many migrations. */
    const open = async (count = migrations.length): Promise<DataSource> => {
      const settings = parseDatabaseUrl(empty.url);
      if (!settings) throw new Error('this is no database of ours');
      const { options } = makeDataSource(settings);
      const dataSource = new DataSource({ ...options, migrations: migrations.slice(0, count) });
      opened.push(await dataSource.initialize());
      await migrate(dataSource);
      return dataSource;
    };
    const insertOld = ({ manager }: DataSource): Promise<unknown> =>
      manager.query(
        `INSERT INTO members (insured_code, national_id, national_id_index, key_id, created_at)
         VALUES ('310001', 'encrypted', 'index', 'key', '2026-01-01 00:00:00.000')`,
      );

    it('have just the columns that the entities name', async () => {
      const dataSource = await open();
      const runner = dataSource.createQueryRunner();
      for (const { tableName, columns } of dataSource.entityMetadatas) {
        const there = (await runner.getTable(tableName))?.columns.map(({ name }) => name);
        const named = columns.map(({ databaseName }) => databaseName);
        expect(there?.sort(), tableName).toEqual(named.sort());
      }
      await runner.release();
    });

    it('keep the members that an older version entered, who have no name yet', async () => {
      const old = await open(beforeNames);
      await insertOld(old);
      const { manager } = await open();
      expect(await manager.find(Member)).toMatchObject([{ insuredCode: '310001', name: null }]);
    });

    it('find one member by a blind index of which no more than the beginning is indexed', async () => {
      const { manager, options } = await open();
      const indexes = ['a', 'b'].map((end) => 'f'.repeat(63) + end);
      for (const [at, index] of indexes.entries())
        await manager.query(
          `INSERT INTO members (insured_code, national_id, national_id_index, key_id, created_at)
           VALUES (?, 'encrypted', ?, 'key', '2026-01-01 00:00:00.000')`,
          [`31000${at}`, index],
        );
      const [, nationalIdIndex] = indexes;
      const found = await manager.findBy(Member, { nationalIdIndex: nationalIdIndex ?? '' });
      expect(found.map(({ insuredCode }) => insuredCode)).toEqual(['310001']);
      if (options.type !== 'mysql') return;
      const indexed = await manager.query<{ signs: number }[]>(
        `SELECT sub_part AS signs FROM information_schema.statistics
         WHERE table_schema = DATABASE() AND index_name IN ('members_national_id_index', 'members_mobile_index')`,
      );
      expect(indexed.map(({ signs }) => Number(signs))).toEqual([16, 16]);
    });

    it('are brought up to date where that broke off half-way, and can be taken back', async () => {
      const old = await open(beforeNames);
      await old.manager.query('ALTER TABLE members ADD COLUMN name varchar(1024) NULL');
      const named = await open(beforeNames + 1);
      await insertOld(named);
      expect((await named.manager.query<object[]>('SELECT * FROM members'))[0]).toHaveProperty('name');
      await named.undoLastMigration();
      const [left] = await named.manager.query<object[]>('SELECT * FROM members');
      expect(left).toHaveProperty('mobile_index');
      expect(left).not.toHaveProperty('name');
    });
  });
});
