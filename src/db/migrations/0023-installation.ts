import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, primary, whole, type TableDraft } from './table.js';

/** By which a restored database is told from the one that it is a copy of. */
export class Installation1797200000000 implements MigrationInterface {
  readonly name = 'Installation1797200000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table.name, true);
  }
}

const table: TableDraft = { name: 'installation', columns: [primary(whole('id')), code('place', 64)] };
