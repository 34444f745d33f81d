import { describe, expect, it } from 'vitest';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { migrate, pendingMigrations } from '../../src/db/migrate.js';
import { databases, type TestDatabase } from '../support/databases.js';

/** What stands in a database's own catalogue, moments left out. */
const catalogue = {
  SQLite: ['SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name'],
  MariaDB: [
    'SELECT table_name, engine, table_collation FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1',
    `SELECT table_name, column_name, ordinal_position, column_type, is_nullable, column_default, extra, collation_name,
            generation_expression
       FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1, 3`,
    `SELECT table_name, index_name, seq_in_index, column_name, sub_part, non_unique
       FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1, 2, 3`,
    `SELECT trigger_name, event_manipulation, event_object_table, action_timing, action_statement
       FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY 1`,
    `SELECT table_name, constraint_name, check_clause
       FROM information_schema.check_constraints WHERE constraint_schema = DATABASE() ORDER BY 1, 2`,
    `SELECT table_name, constraint_name, referenced_table_name, update_rule, delete_rule
       FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE() ORDER BY 1, 2`,
  ],
};

describe.each(databases)('$name', ({ name, missing, create, createEmpty }) => {
  describe.skipIf(missing)('a copy of the schema, on which tests run', () => {
    const read = async ({ dataSource }: Pick<TestDatabase, 'dataSource'>): Promise<unknown[]> => {
      const answers: unknown[] = [];
      for (const question of [...catalogue[name], 'SELECT timestamp, name FROM migrations ORDER BY id'])
        answers.push(await dataSource.query(question));
      return answers;
    };

    it('is what migrations make, to the last trigger, and lacks none of them', async () => {
      const made = [await create(), await create()];
      const empty = await createEmpty();
      const dataSource = await makeDataSource(parseDatabaseUrl(empty.url) as DatabaseSettings).initialize();
      try {
        await migrate(dataSource);
        const wanted = await read({ dataSource });
        for (const copy of made) {
          expect(await read(copy)).toEqual(wanted);
          expect(await pendingMigrations(copy.dataSource)).toEqual([]);
        }
      } finally {
        await dataSource.destroy();
        await empty.drop();
        for (const copy of made) await copy.drop();
      }
    });
  });
});
