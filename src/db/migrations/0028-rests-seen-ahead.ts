import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, dropColumns, instant, optional } from './table.js';

const columns = [{ table: 'members', ...optional(instant('rest_seen_ahead')) }];

/** By which the rest of a number that begins ahead of the clock still ends in time. */
export class RestsSeenAhead1797700000000 implements MigrationInterface {
  readonly name = 'RestsSeenAhead1797700000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns);
  }
}
