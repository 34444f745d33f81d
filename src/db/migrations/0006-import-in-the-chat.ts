import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, instant, optional, primary, serial, whole, type TableDraft } from './table.js';

/** Lists of members that come by the chat: who may send one, what is being done to one, and what was found in it. */
export class ImportInTheChat1795500000000 implements MigrationInterface {
  readonly name = 'ImportInTheChat1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const draft of tables) await createTable(runner, draft);
    if (await runner.hasColumn('import_runs', 'findings')) return;
    await runner.query('ALTER TABLE import_runs ADD COLUMN findings integer NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE import_runs DROP COLUMN findings');
    for (const { name } of tables.toReversed()) await runner.dropTable(name, true);
  }
}

const tables: TableDraft[] = [
  {
    name: 'import_findings',
    columns: [
      primary(whole('run_id')),
      primary(whole('line')),
      primary(whole('place')),
      code('grade', 8),
      code('cell', 16),
      code('reason', 48),
      code('shown', 32),
      optional(whole('first_line')),
    ],
  },
  {
    name: 'import_invitations',
    columns: [primary(code('chat_key', 96)), whole('person_id'), instant('until')],
    indices: [{ name: 'import_invitations_until', columnNames: ['until'] }],
  },
  {
    name: 'import_tasks',
    columns: [
      serial('id'),
      code('deed', 8),
      optional(whole('run_id')),
      optional(code('open_key', 8)),
      code('state', 12),
      whole('person_id'),
      code('chat_key', 96),
      optional(code('file_id', 255)),
      optional(code('ending', 8)),
      optional(whole('told_in')),
      instant('created_at'),
      instant('touched_at'),
    ],
    indices: [
      { name: 'import_tasks_open', columnNames: ['open_key'], isUnique: true },
      { name: 'import_tasks_run', columnNames: ['run_id'] },
      { name: 'import_tasks_touched', columnNames: ['touched_at'] },
    ],
  },
];
