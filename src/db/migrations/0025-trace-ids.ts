import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, optional } from './table.js';

const columns = ['inbox', 'outbox'].map((table) => ({ table, ...optional(code('trace_id', 16)) }));

/** What follows from one update bears one id; rows in flight have none, and those of updates are given theirs when they are handled. */
export class TraceIds1797400000000 implements MigrationInterface {
  readonly name = 'TraceIds1797400000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropColumns(runner, columns.toReversed());
  }
}
