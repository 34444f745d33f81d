import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTriggers, refuseOverlaps } from './triggers.js';

/** On MariaDB and MySQL a list's newcomers, who have no period yet, are entered without asking of each whether periods overlap. */
export class OverlapsUnasked1797700000000 implements MigrationInterface {
  readonly name = 'OverlapsUnasked1797700000000';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'mysql') await createTriggers(runner, refuseOverlaps);
  }

  /** The older program asks of each all the same. */
  async down(): Promise<void> {}
}
