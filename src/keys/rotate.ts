import type { Transaction } from '../db/transaction.js';
import type { Keyring } from './keyring.js';
import {
  makeEncryptedStore,
  encryptedTables,
  type EncryptedRow,
  type EncryptedTable,
} from './encrypted-store.js';

/** Rows of one transaction: few enough that nobody waits long for one of them. */
const batch = 200;

/**
 * Encrypts and indexes some rows anew under the current key; returns how many, and 0 when none is left whose key may
 * be changed. A row that is changed by somebody else meanwhile stays for the next call.
 */
export async function rotateSome({ tx, keyring }: { tx: Transaction; keyring: Keyring }): Promise<number> {
  const store = makeEncryptedStore(tx);
  for (const table of encryptedTables) {
    const rows = await store.underOthers(table, keyring.current, batch);
    for (const row of rows) await store.change(table, row, reencrypted(keyring, table, row));
    if (rows.length > 0) return rows.length;
  }
  return 0;
}

function reencrypted(
  keyring: Keyring,
  { columns }: EncryptedTable,
  row: EncryptedRow,
): Record<string, string> {
  const change: Record<string, string> = { keyId: keyring.current };
  for (const { name, purpose, index } of columns) {
    const encrypted = row[name];
    // What was handled or sent is emptied.
    if (typeof encrypted !== 'string' || encrypted === '') continue;
    const text = keyring.decrypt(purpose, encrypted);
    change[name] = keyring.encrypt(purpose, text);
    if (index) change[index] = keyring.index(purpose, text);
  }
  return change;
}
