import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  code,
  createTable,
  instant,
  optional,
  preset,
  primary,
  serial,
  whole,
  type TableDraft,
} from './table.js';

/** The tables of lists of members on their way into the book. */
export class Import1795200000000 implements MigrationInterface {
  readonly name = 'Import1795200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const draft of tables) await createTable(runner, draft);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of tables.toReversed()) await runner.dropTable(name, true);
  }
}

const count = (name: string) => preset(whole(name), 0);

const tables: TableDraft[] = [
  {
    name: 'import_runs',
    columns: [
      serial('id'),
      code('reference', 12),
      code('digest', 64),
      code('state', 12),
      code('started_by', 112),
      optional(code('approved_by', 112)),
      count('over_members_own'),
      code('key_id', 16),
      count('read_to'),
      count('applied_to'),
      count('undone_to'),
      count('newcomers'),
      count('changed'),
      count('unchanged'),
      count('faulty'),
      count('mobiles'),
      count('national_ids'),
      count('contradicted'),
      count('overtaken'),
      count('kept'),
      instant('created_at'),
      instant('touched_at'),
    ],
    indices: [
      { name: 'import_runs_reference', columnNames: ['reference'], isUnique: true },
      { name: 'import_runs_state', columnNames: ['state', 'touched_at'] },
    ],
  },
  {
    name: 'import_rows',
    columns: [
      primary(whole('run_id')),
      primary(whole('line')),
      code('verdict', 12),
      code('insured_code', 32),
      code('national_id', 255),
      code('national_id_index', 64),
      optional(code('mobile', 255)),
      optional(code('mobile_index', 64)),
      code('mobile_change', 12),
      code('cover_from', 10),
      code('cover_to', 10),
      optional(whole('member_id')),
      optional(code('old_national_id', 255)),
      optional(code('old_national_id_index', 64)),
      optional(code('old_mobile', 255)),
      optional(code('old_mobile_index', 64)),
      optional(code('old_mobile_source', 16)),
      optional(code('old_key_id', 16)),
      optional(code('old_cover_to', 10)),
    ],
  },
];
