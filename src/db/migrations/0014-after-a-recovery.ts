import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  code,
  createIndices,
  dropColumns,
  dropIndices,
  instant,
  optional,
  preset,
  whole,
  type ColumnDraft,
  type IndexDraft,
} from './table.js';

/** After a recovery the portal is asked whether the password is still the initial one. */
export class AfterARecovery1796300000000 implements MigrationInterface {
  readonly name = 'AfterARecovery1796300000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await createIndices(runner, indices);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndices(runner, indices);
    await dropColumns(runner, columns.toReversed());
  }
}

const table = 'password_resets';

const columns: readonly ColumnDraft[] = [
  { table, ...optional(instant('next_look_at')) },
  { table, ...preset(whole('looks'), 0) },
  { table, ...optional(code('seen_password', 8)) },
];

const indices: readonly IndexDraft[] = [
  { table, name: 'password_resets_next_look', columnNames: ['next_look_at'] },
];
