import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, instant, optional } from './table.js';

const columns = [
  { table: 'staff_people', ...optional(instant('rank_seen_ahead')) },
  { table: 'staff_accounts', ...optional(instant('added_seen_ahead')) },
];

/** By which a rank or an account that begins ahead of the clock still comes to count. */
export class SeenAhead1797600000000 implements MigrationInterface {
  readonly name = 'SeenAhead1797600000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns.toReversed());
  }
}
