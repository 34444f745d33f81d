import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, optional, type ColumnDraft } from './table.js';

const columns: ColumnDraft[] = [{ table: 'import_runs', ...optional(code('hidden_columns', 128)) }];

/** Which columns of a list nobody sees who opens the file. */
export class HiddenColumns1797800000000 implements MigrationInterface {
  readonly name = 'HiddenColumns1797800000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}
