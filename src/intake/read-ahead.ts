import type { Transaction } from '../db/transaction.js';

/** What a turn's first statement tells beside the turn itself, for those whose own question it would be a little later. */
export interface ReadAhead {
  /** Its columns. */
  columns: string;
  /** What is bound in them. */
  bound(chatKey: string): string[];
  /** Keeps the answer for them, in this transaction. */
  note(tx: Transaction, chatKey: string, row: object): void;
}
