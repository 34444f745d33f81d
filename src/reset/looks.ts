import { storedMoment, hasRow } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';

/** Has the life of a request for a code come to its end? */
export async function hasExpired(tx: Transaction, now: Date): Promise<boolean> {
  const sql = "SELECT 1 FROM challenges WHERE state = 'open' AND expires_at <= ? LIMIT 1";
  return hasRow(tx, sql, [storedMoment(now)]);
}

/** Is a question due about a recovery whose outcome is unknown? */
export async function hasQuestionDue(tx: Transaction, now: Date): Promise<boolean> {
  const sql = "SELECT 1 FROM password_resets WHERE state = 'unknown' AND next_ask_at <= ? LIMIT 1";
  return hasRow(tx, sql, [storedMoment(now)]);
}
