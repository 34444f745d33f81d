import type { MigrationInterface, QueryRunner } from 'typeorm';
import { askInTwoPurses } from './questions-in-flight.js';
import { addColumns, dropColumns, instant, optional, preset, whole, type ColumnDraft } from './table.js';

/**
 * What is used up about a member is counted in two purses, one of the chats that are bound to them. Whatever was counted
 * before counts in both, so that nobody is given anything anew; a second lock is a count of locks and no closure.
 */
export class TwoPurses1796900000000 implements MigrationInterface {
  readonly name = 'TwoPurses1796900000000';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, columns);
    await runner.query("UPDATE members SET locks = 2, closed_for = NULL WHERE closed_for = 'second-lock'");
    await runner.query(
      `UPDATE members SET bound_wrong_codes_in_row = wrong_codes_in_row, bound_locks = locks,
       bound_locked_until = locked_until`,
    );
    for (const key of [...counted, 'sends:mobile:', 'sends:member:']) await copy(runner, key, key, ':bound');
    await copy(runner, 'sends:mobile:', 'sends:offered:', '');
    await askInTwoPurses(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      "DELETE FROM limit_counters WHERE `key` LIKE '%:bound' OR `key` LIKE 'sends:offered:%'",
    );
    await runner.query(
      "UPDATE members SET closed_for = 'second-lock' WHERE locks >= 2 AND closed_for IS NULL",
    );
    await dropColumns(runner, columns.toReversed());
  }
}

const counted = ['pairs:code:', 'pairs:id:'];

const columns: readonly ColumnDraft[] = [
  { table: 'members', ...preset(whole('bound_wrong_codes_in_row'), 0) },
  { table: 'members', ...preset(whole('bound_locks'), 0) },
  { table: 'members', ...optional(instant('bound_locked_until')) },
];

/** Counters of one name under another as well, with what they have counted. */
async function copy(runner: QueryRunner, from: string, to: string, end: string): Promise<void> {
  const rest = `SUBSTR(one.\`key\`, ${from.length + 1})`;
  const key =
    runner.connection.options.type === 'mysql'
      ? `CONCAT('${to}', ${rest}, '${end}')`
      : `'${to}' || ${rest} || '${end}'`;
  await runner.query(
    `INSERT INTO limit_counters (\`key\`, count, window_ends_at)
     SELECT ${key}, one.count, one.window_ends_at FROM limit_counters one
     WHERE one.\`key\` LIKE '${from}%' AND one.\`key\` NOT LIKE '%:bound'
     AND ${key} NOT IN (SELECT there.\`key\` FROM limit_counters there)`,
  );
}
