import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndices, dropIndices, type IndexDraft } from './table.js';

/** So that whether a member has recovered before is known without reading everybody's recoveries. */
export class HistoryByMember1797900000000 implements MigrationInterface {
  readonly name = 'HistoryByMember1797900000000';

  up(runner: QueryRunner): Promise<void> {
    return createIndices(runner, indices);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropIndices(runner, indices);
  }
}

const indices: IndexDraft[] = [
  { table: 'password_resets', name: 'password_resets_member', columnNames: ['member_id'] },
];
