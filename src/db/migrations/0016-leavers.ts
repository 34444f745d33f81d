import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  code,
  createTable,
  dropColumns,
  instant,
  long,
  optional,
  preset,
  primary,
  whole,
  type ColumnDraft,
  type TableDraft,
} from './table.js';

/** Members leave, by a list that is everybody, and are forgotten in time: of the insured code only a keyed hash stays. */
export class Leavers1796500000000 implements MigrationInterface {
  readonly name = 'Leavers1796500000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    for (const draft of tables) await createTable(runner, draft);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name, true);
    await dropColumns(runner, columns.toReversed());
  }
}

const columns: readonly ColumnDraft[] = [
  { table: 'members', ...optional(code('forgotten_code', 64)) },
  { table: 'members', ...optional(instant('forgotten_at')) },
  { table: 'members', ...optional(instant('left_at')) },
  { table: 'members', ...optional(whole('left_run')) },
  { table: 'import_runs', ...preset(whole('unnamed'), 0) },
  { table: 'import_runs', ...preset(whole('counted'), 0) },
  { table: 'import_runs', ...preset(whole('absent'), 0) },
  { table: 'import_runs', ...preset(whole('whole'), 0) },
  { table: 'import_runs', ...preset(whole('left_to'), 0) },
];

const tables: readonly TableDraft[] = [
  { name: 'import_listed', columns: [primary(whole('run_id')), primary(whole('line')), long('member_ids')] },
  { name: 'import_absent', columns: [primary(whole('run_id')), primary(whole('member_id'))] },
];
