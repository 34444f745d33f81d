import type { MigrationInterface, QueryRunner } from 'typeorm';

const counts = ['first_mobiles', 'periods'];

/** How many first mobiles and periods of cover a list brings, so that staff read it before it is applied. */
export class WhatListsChange1796000000000 implements MigrationInterface {
  readonly name = 'WhatListsChange1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const count of counts) {
      if (await runner.hasColumn('import_runs', count)) continue;
      await runner.query(`ALTER TABLE import_runs ADD COLUMN ${count} integer NOT NULL DEFAULT 0`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const count of counts) await runner.query(`ALTER TABLE import_runs DROP COLUMN ${count}`);
  }
}
