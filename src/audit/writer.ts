import { AuditEntry } from '../../entities/audit-entry.js';
import { afterCommit, afterRollback, type Batch } from '../db/after-commit.js';
import { insertRows } from '../db/rows.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { systemRandom } from '../random.js';
import { rangesInText, type NumberRange } from './numbers.js';
import { macOf } from './signature.js';
import { noteUnsealed } from './unsealed.js';

/** What somebody wants written down. */
export interface NewLine {
  keyring: Keyring;
  entry: Pick<AuditEntry, 'at' | 'event' | 'actor' | 'memberId' | 'reference' | 'detail'>;
}

/** Digits in it would be written in the reader's own, and could not be looked for. */
const inLetters = (hex: string): string => hex.replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');

interface Writer {
  name: string;
  next: number;
  /** Committed, and not yet said to be so by a later line. */
  unconfirmed: NumberRange[];
}

const writers = new WeakMap<Transaction['connection'], Writer>();

/** Nothing that was written so far has to be there: the database was emptied on purpose. */
export const forgetWritten = ({ connection }: Transaction): void => void writers.delete(connection);

/** A name of its own for each run of each process: numbers begin anew in it, and nobody has to agree on any. */
function writerOf({ connection }: Transaction): Writer {
  const known = writers.get(connection);
  if (known) return known;
  const name = inLetters(systemRandom.bytes(8).toString('hex'));
  const writer = { name, next: 1, unconfirmed: [] };
  writers.set(connection, writer);
  return writer;
}

/**
 * All lines of a transaction by one statement, signed. A count without gaps would make all transactions wait for each
 * other, and a rollback would tear it. So a number may stay out; but what this process has seen committed, its next
 * line says under its own signature, and then it has to be there.
 */
export const newLines: Batch<NewLine> = {
  async write(tx, lines) {
    const writer = writerOf(tx);
    const from = writer.next;
    writer.next += lines.length;
    const confirmed = writer.unconfirmed;
    writer.unconfirmed = [];
    afterRollback(tx, () => writer.unconfirmed.push(...confirmed));
    const confirms = rangesInText(confirmed);
    await insertRows(
      tx,
      AuditEntry,
      lines.map(({ entry, keyring }, at) => {
        const { name, number } = { name: writer.name, number: from + at };
        const line = { ...entry, writer: name, number, confirms: at === 0 ? confirms : '' };
        return { ...line, sequence: null, hash: null, mac: macOf(keyring, keyring.current, line) };
      }),
    );
    afterCommit(tx, () => {
      writer.unconfirmed.push({ from, to: from + lines.length - 1 });
      noteUnsealed(tx);
    });
  },
};
