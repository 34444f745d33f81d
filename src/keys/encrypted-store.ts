import { IsNull, Not, type EntityTarget, type FindOptionsWhere } from 'typeorm';
import { Challenge } from '../../entities/challenge.js';
import { Dialogue } from '../../entities/dialogue.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { IdentityNotice } from '../../entities/identity-notice.js';
import { Member } from '../../entities/member.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';
import type { Purpose } from './keyring.js';
import { personalKeeping } from './personal-fields.js';

/** A row with encrypted text in it, by the names of its columns; `keyId` says under which key it is. */
export type EncryptedRow = Record<string, unknown> & { keyId: string };

/** A column of encrypted text, and the blind index that goes with it. */
export interface EncryptedColumn {
  name: string;
  purpose: Purpose;
  index?: string | null;
}

/** A table whose rows are encrypted under one key each. */
export interface EncryptedTable {
  entity: EntityTarget<EncryptedRow>;
  /** Its primary key. */
  id: string;
  columns: readonly EncryptedColumn[];
  /** Rows whose key may be changed; all without it. */
  free?: FindOptionsWhere<EncryptedRow>;
}

const personal = personalKeeping.map(([name, { purpose, index }]): EncryptedColumn => ({
  name,
  purpose,
  index,
}));
const mobile: EncryptedColumn = { name: 'mobile', purpose: 'mobile', index: 'mobileIndex' };

export const encryptedTables: readonly EncryptedTable[] = [
  table(Member, { id: 'id', columns: personal }),
  // An open one's code is derived from its key; it lives for minutes.
  table(Challenge, { id: 'id', columns: [mobile], free: { state: Not('open') } }),
  table(IdentityNotice, { id: 'id', columns: [{ name: 'mobile', purpose: 'mobile' }] }),
  table(Dialogue, { id: 'chatKey', columns: [{ name: 'state', purpose: 'dialogue' }] }),
  table(InboxEntry, { id: 'id', columns: [{ name: 'payload', purpose: 'inbox' }] }),
  table(OutboxEntry, { id: 'id', columns: [{ name: 'payload', purpose: 'outbox' }] }),
];

function table(entity: unknown, rest: Omit<EncryptedTable, 'entity'>): EncryptedTable {
  return { entity: entity as EntityTarget<EncryptedRow>, ...rest };
}

/** Rows of every table that is encrypted, whatever else they are. */
export interface EncryptedStore {
  /** Fingerprints of all keys that a row names. */
  fingerprints(): Promise<Set<string>>;
  /** How many rows name another key than this one. */
  countUnderOthers(current: string): Promise<number>;
  /** Some of the rows whose key may be changed and is not this one. */
  underOthers(of: EncryptedTable, current: string, most: number): Promise<EncryptedRow[]>;
  /** Changes a row that is still as it was seen; false when it is not. */
  change(of: EncryptedTable, seen: EncryptedRow, change: Record<string, string>): Promise<boolean>;
}

export function makeEncryptedStore(tx: Transaction): EncryptedStore {
  return {
    async fingerprints() {
      const found = new Set<string>();
      for (const { entity } of encryptedTables) {
        const query = tx.createQueryBuilder(entity, 'item').select('item.keyId', 'keyId').distinct();
        for (const { keyId } of await query.getRawMany<{ keyId: string }>()) found.add(keyId);
      }
      return found;
    },
    async countUnderOthers(current) {
      let count = 0;
      for (const { entity } of encryptedTables) count += await tx.countBy(entity, { keyId: Not(current) });
      return count;
    },
    underOthers: ({ entity, free }, current, most) =>
      tx.find(entity, { where: { ...free, keyId: Not(current) }, take: most }),
    async change({ entity, id, columns }, seen, change) {
      const encrypted = Object.fromEntries(columns.map(({ name }) => [name, seen[name] ?? IsNull()]));
      const as = { [id]: seen[id], keyId: seen.keyId, ...encrypted };
      return changedOne(await tx.update(entity, as, change));
    },
  };
}
