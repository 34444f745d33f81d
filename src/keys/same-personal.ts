import type { Keyring, Purpose } from './keyring.js';
import { MissingKey } from './missing-keys.js';
import { personalFields, personalKeeping, type PersonalField, type PersonalRow } from './personal-fields.js';

/** Is this what the row has there? By blind index where there is one, so that nothing is decrypted for it. */
export function isKept(keyring: Keyring, row: PersonalRow, field: PersonalField, text: string): boolean {
  const { purpose, index } = personalFields[field];
  if (index) return indexUnder(keyring, row.keyId, purpose, text) === row[index];
  const kept = row[field];
  return kept !== null && keyring.decrypt(purpose, kept) === text;
}

/** Do both rows say the same of the member? Decrypted only where the rows do not show it. */
export const saySame = (keyring: Keyring, one: PersonalRow, other: PersonalRow): boolean =>
  personalKeeping.every(([field, { purpose, index }]) => {
    const [mine, theirs] = [one[field], other[field]];
    if (mine === theirs) return true;
    if (mine === null || theirs === null) return false;
    if (index && one.keyId === other.keyId)
      return one[index as keyof PersonalRow] === other[index as keyof PersonalRow];
    return keyring.decrypt(purpose, mine) === keyring.decrypt(purpose, theirs);
  });

function indexUnder(keyring: Keyring, keyId: string, purpose: Purpose, text: string): string {
  if (keyId === keyring.current) return keyring.index(purpose, text);
  const index = keyring.indexes(purpose, text)[keyring.fingerprints.indexOf(keyId)];
  // Otherwise everybody under that key would seem to have another national ID.
  if (index === undefined) throw new MissingKey(keyId);
  return index;
}
