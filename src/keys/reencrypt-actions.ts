import type { Transaction } from '../db/transaction.js';
import { makeEncryptedActionStore } from './encrypted-action-store.js';
import type { Keyring } from './keyring.js';

/** The encrypted number in an action’s JSON, and its key's fingerprint. */
const encryptedNumber = /"sealed":"(([0-9a-f]{16})\.[\w-]+)"/;

/** The key that an action needs; null when nothing is encrypted in it. */
export const keyOfAction = (action: string): string | null => encryptedNumber.exec(action)?.[2] ?? null;

/** Encrypts anew what staff may still agree to: it lives for a day, longer than an older key may be kept for it. */
export async function reencryptActions(
  { tx, keyring }: { tx: Transaction; keyring: Keyring },
  now: Date,
): Promise<number> {
  const store = makeEncryptedActionStore(tx);
  let changed = 0;
  for (const seen of await store.open(now)) {
    if (keyOfAction(seen.action) === keyring.current) continue;
    const action = seen.action.replace(encryptedNumber, (_, encrypted: string) => {
      const text = keyring.decrypt('mobile', encrypted);
      return `"sealed":"${keyring.encrypt('mobile', text)}"`;
    });
    if (await store.change(seen, action)) changed += 1;
  }
  return changed;
}
