import type { ImportRow } from '../../entities/import-row.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from './keyring.js';
import { makeEncryptedRunStore } from './encrypted-run-store.js';
import { asOld, decryptPersonal, encryptPersonal, fromOld, type PersonalData } from './personal-fields.js';

/** Rows of one transaction. */
const batch = 200;

/**
 * Seals and indexes the next rows of a list anew under the current key, after this line; says where it has come, or null
 * at the end, where the list is said to be under this key. Only then: a list that names an older key is not applied, so
 * nobody meets it half done.
 */
export async function reencryptRows(
  { tx, keyring }: { tx: Transaction; keyring: Keyring },
  runId: number,
  line: number,
): Promise<{ line: number; rows: number } | null> {
  const store = makeEncryptedRunStore(tx);
  const rows = await store.rowsAfter(runId, line, batch);
  for (const row of rows) if (!isUnder(keyring.current, row)) await store.change(row, anew(keyring, row));
  const last = rows.at(-1);
  if (last) return { line: last.line, rows: rows.length };
  await store.nameKey(runId, keyring.current);
  return null;
}

/** Sealed text begins with its key's fingerprint. */
const isUnder = (current: string, { nationalId, oldKeyId }: ImportRow): boolean =>
  nationalId.startsWith(`${current}.`) && (oldKeyId === null || oldKeyId === current);

function anew(keyring: Keyring, row: ImportRow): Partial<ImportRow> {
  const again = (kept: PersonalData) => encryptPersonal(keyring, decryptPersonal(keyring, kept));
  const before = fromOld(row);
  return {
    ...again(row),
    ...asOld(before && again(before)),
    oldKeyId: row.oldKeyId && keyring.current,
  };
}
