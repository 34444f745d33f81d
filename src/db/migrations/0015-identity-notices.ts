import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  code,
  createTable,
  dropColumns,
  instant,
  optional,
  serial,
  whole,
  type ColumnDraft,
  type TableDraft,
} from './table.js';

/** Whoever is known by a number is told when it is replaced, and no code goes to another one for a while. */
export class IdentityNotices1796400000000 implements MigrationInterface {
  readonly name = 'IdentityNotices1796400000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await createTable(runner, notices);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(notices.name, true);
    await dropColumns(runner, columns.toReversed());
  }
}

const columns: readonly ColumnDraft[] = [
  { table: 'members', ...optional(instant('codes_from')) },
  { table: 'import_runs', ...optional(code('consent_code', 64)) },
  { table: 'import_runs', ...optional(code('consent_by', 112)) },
  { table: 'import_runs', ...optional(instant('consent_until')) },
];

const notices: TableDraft = {
  name: 'identity_notices',
  columns: [
    serial('id'),
    whole('member_id'),
    code('what', 16),
    optional(code('mobile', 255)),
    optional(code('chat_key', 96)),
    code('key_id', 16),
    whole('listed'),
    instant('created_at'),
    optional(instant('told_at')),
  ],
  indices: [
    { name: 'identity_notices_due', columnNames: ['told_at', 'listed', 'id'] },
    { name: 'identity_notices_member', columnNames: ['member_id', 'told_at'] },
  ],
};
