import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndices, dropIndices, type IndexDraft } from './table.js';

/** So that a report on a month reads that month, and not all the years before it. */
export class Reports1795600000000 implements MigrationInterface {
  readonly name = 'Reports1795600000000';

  up(runner: QueryRunner): Promise<void> {
    return createIndices(runner, indices);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndices(runner, indices);
  }
}

const indices: IndexDraft[] = [
  { table: 'password_resets', name: 'password_resets_reserved', columnNames: ['reserved_at', 'id'] },
];
