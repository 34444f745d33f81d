import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, long, optional, preset, whole, type ColumnDraft } from './table.js';

const columns: ColumnDraft[] = [
  optional(code('sheet', 64)),
  preset(whole('percent_read'), 0),
  preset(whole('hidden_rows'), 0),
  optional(long('notice_kinds')),
].map((column) => ({ table: 'import_runs', ...column }));

/** Which sheet of a workbook a list was read from, how far, how much of it nobody sees, and what in it is worth a look. */
export class WhatListsHold1797000000000 implements MigrationInterface {
  readonly name = 'WhatListsHold1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}
