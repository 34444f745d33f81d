import type { Transaction } from '../db/transaction.js';
import { makeActSealStore } from './encrypted-action-store.js';
import type { Keyring } from './keyring.js';

/** The sealed number in an act's JSON, and its key's fingerprint. */
const sealedNumber = /"sealed":"(([0-9a-f]{16})\.[\w-]+)"/;

/** The key that an act needs; null when nothing is sealed in it. */
export const keyOfAct = (act: string): string | null => sealedNumber.exec(act)?.[2] ?? null;

/** Seals anew what staff may still agree to: it lives for a day, longer than an older key may be kept for it. */
export async function resealActs(
  { tx, keyring }: { tx: Transaction; keyring: Keyring },
  now: Date,
): Promise<number> {
  const store = makeActSealStore(tx);
  let changed = 0;
  for (const seen of await store.open(now)) {
    if (keyOfAct(seen.act) === keyring.current) continue;
    const act = seen.act.replace(sealedNumber, (_, sealed: string) => {
      const text = keyring.open('mobile', sealed);
      return `"sealed":"${keyring.seal('mobile', text)}"`;
    });
    if (await store.change(seen, act)) changed += 1;
  }
  return changed;
}
