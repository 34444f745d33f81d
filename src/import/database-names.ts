import { Member } from '../../entities/member.js';
import type { Transaction } from '../db/transaction.js';

/** What the database calls these columns. A member's row and a line of a list call what they share alike. */
export function databaseNames(tx: Transaction, columns: readonly (keyof Member)[]): string[] {
  const names = new Map(
    tx.connection
      .getMetadata(Member)
      .columns.map(({ propertyName, databaseName }) => [propertyName, databaseName]),
  );
  return columns.map((column) => names.get(column) ?? column);
}
