import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, createTable, instant, primary, type TableDraft } from './table.js';

/** What staff were told of last, so that they hear of a trouble once an hour and not a hundred times. */
export class Alerts1795900000000 implements MigrationInterface {
  readonly name = 'Alerts1795900000000';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, alerts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(alerts.name, true);
  }
}

const alerts: TableDraft = {
  name: 'alerts',
  columns: [primary(code('cause', 32)), primary(code('about', 64)), code('state', 8), instant('told_at')],
};
