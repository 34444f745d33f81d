import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, optional, preset, whole, type ColumnDraft } from './table.js';

/** A member's name, which lists may tell; and in lists what is to stand there, what stood there, and how many change. */
export class Names1796100000000 implements MigrationInterface {
  readonly name = 'Names1796100000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns.toReversed());
  }
}

/** Two hundred characters of any script, encrypted. */
const name = (column: string) => optional(code(column, 1024));

const columns: readonly ColumnDraft[] = [
  { table: 'members', ...name('name') },
  { table: 'import_rows', ...name('name') },
  { table: 'import_rows', ...name('old_name') },
  { table: 'import_runs', ...preset(whole('names'), 0) },
];
