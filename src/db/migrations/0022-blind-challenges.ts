import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, code, dropColumns, optional, preset, whole, type ColumnDraft } from './table.js';

const columns: ColumnDraft[] = [optional(code('blind_pair', 64)), preset(whole('card_shown'), 0)].map(
  (column) => ({ table: 'challenges', ...column }),
);

/** Requests of which a chat is not told whether its pair was right, and those whose chat has shown the number by its own card. */
export class BlindChallenges1797100000000 implements MigrationInterface {
  readonly name = 'BlindChallenges1797100000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM challenges WHERE blind_pair IS NOT NULL');
    await dropColumns(runner, columns);
  }
}
