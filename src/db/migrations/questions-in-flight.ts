import type { QueryRunner } from 'typeorm';

/**
 * Open questions to staff keep what they asked about in the words of two purses, so that a yes is not taken for one to
 * another world: a second lock closes nobody any more, and locks are those of both purses.
 */
export async function askInTwoPurses(runner: QueryRunner): Promise<void> {
  await runner.query(
    `UPDATE staff_questions SET leaves = 'open'
     WHERE state = 'open' AND act LIKE '{"kind":"block",%' AND leaves IN ('null', 'second-lock')`,
  );
  const asked = (await runner.query(
    `SELECT token, leaves FROM staff_questions WHERE state = 'open' AND act LIKE '{"kind":"unlock",%'`,
  )) as { token: string; leaves: string }[];
  for (const { token, leaves } of asked)
    await runner.query('UPDATE staff_questions SET leaves = ? WHERE token = ?', [locksOf(leaves), token]);
}

/** What was `closed/until/locks/in a row` becomes `in a row/locks/until`, once for each purse. */
function locksOf(leaves: string): string {
  const [closedFor, until, locks, inRow, ...more] = leaves.split('/');
  if (inRow === undefined || more.length > 0) return leaves;
  const purse = [inRow, closedFor === 'second-lock' ? '2' : locks, until].join('/');
  return `${purse}/${purse}`;
}
