import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, instant, primary, whole, type TableDraft } from './table.js';

/** What somebody of staff was asked to type next. */
export class StaffPrompts1796800000000 implements MigrationInterface {
  readonly name = 'StaffPrompts1796800000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table.name, true);
  }
}

const table: TableDraft = {
  name: 'staff_prompts',
  columns: [
    primary(code('chat_key', 96)),
    whole('person_id'),
    code('purpose', 16),
    code('about', 32),
    instant('expires_at'),
  ],
};
