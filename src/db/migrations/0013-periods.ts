import type { MigrationInterface, QueryRunner } from 'typeorm';
import { joinPeriods } from './join-periods.js';
import { meanPeriodsOnRecord } from './lines-in-flight.js';
import { addColumns, code, dropColumns, optional, preset, whole, type ColumnDraft } from './table.js';
import { createTriggers, dropTriggers, refuseOverlaps } from './triggers.js';

/** Periods of one member never overlap: those that do are joined, and from then on the database refuses them. */
export class Periods1796200000000 implements MigrationInterface {
  readonly name = 'Periods1796200000000';
  /** What the log says of it. */
  told: string | null = null;

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    const joined = await joinPeriods(runner);
    await meanPeriodsOnRecord(runner);
    const triggers = await createTriggers(runner, refuseOverlaps);
    this.told = `${joined} overlapping periods of cover joined${triggers ? '' : '; the database may make no triggers'}`;
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTriggers(runner, refuseOverlaps);
    await dropColumns(runner, columns.toReversed());
  }
}

const columns: readonly ColumnDraft[] = [
  { table: 'import_rows', ...optional(code('old_cover_from', 10)) },
  { table: 'import_runs', ...preset(whole('moved_periods'), 0) },
  { table: 'import_runs', ...preset(whole('given_back'), 0) },
];
