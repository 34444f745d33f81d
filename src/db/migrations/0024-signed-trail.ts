import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, createIndices, dropColumns, dropIndices, long, optional, whole } from './table.js';

const columns = [code('writer', 16), whole('number'), long('confirms'), code('mac', 64)].map((column) => ({
  table: 'audit',
  ...optional(column),
}));
const indices = [{ table: 'audit', name: 'audit_writer', columnNames: ['writer', 'number'], isUnique: true }];

/** Lines of the trail are signed as they are written; those that wait to be sealed now are marked as older than that. */
export class SignedTrail1797300000000 implements MigrationInterface {
  readonly name = 'SignedTrail1797300000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await createIndices(runner, indices);
    await runner.query("UPDATE audit SET writer = 'before' WHERE sequence IS NULL AND mac IS NULL");
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndices(runner, indices);
    await dropColumns(runner, columns.toReversed());
  }
}
