import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Challenge } from '../../entities/challenge.js';
import { Dialogue } from '../../entities/dialogue.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { Member } from '../../entities/member.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { InTransaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';

const sealedTables: EntityTarget<ObjectLiteral & { keyId: string }>[] = [
  Member,
  Challenge,
  Dialogue,
  InboxEntry,
  OutboxEntry,
];

/** Throws when a row was sealed with a key that is not on the ring: better no start than members nobody can find. */
export async function requireKeysOf(inTransaction: InTransaction, keyring: Keyring): Promise<void> {
  const used = await inTransaction(async (tx) => {
    const fingerprints = new Set<string>();
    for (const table of sealedTables) {
      const rows = await tx
        .createQueryBuilder(table, 'sealed')
        .select('sealed.keyId', 'keyId')
        .distinct()
        .getRawMany<{ keyId: string }>();
      for (const { keyId } of rows) fingerprints.add(keyId);
    }
    return fingerprints;
  });
  const absent = [...used].filter((fingerprint) => !keyring.fingerprints.includes(fingerprint));
  if (absent.length === 0) return;
  throw new Error(
    `rows are sealed with keys that APP_KEYS does not hold (fingerprints ${absent.join(', ')}): add the old keys behind the new one`,
  );
}
