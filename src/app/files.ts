import type { InTransaction } from '../db/transaction.js';
import type { FileMakers } from '../outbox/files/maker.js';
import { makeRecoveriesFile } from '../outbox/files/recoveries.js';
import type { Words } from '../words/words.js';

export interface FilesParts {
  inTransaction: InTransaction;
  words: Words;
}

/** Who makes what staff ask for as a file. */
export const fileMakers = (parts: FilesParts): FileMakers => ({
  recoveries: makeRecoveriesFile(parts),
});
