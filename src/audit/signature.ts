import type { AuditEntry } from '../../entities/audit-entry.js';
import type { Keyring } from '../keys/keyring.js';

/** A line as it is written, before it has a place. */
export type WrittenLine = Omit<AuditEntry, 'id' | 'sequence' | 'hash' | 'mac'>;

/** Mark of the lines that were waiting when the version came that signs them; the migration sets it. */
export const unsignedMark = 'before';

/** Keyed hash over a line, made by whoever writes it: nobody else has the key. */
export function macOf(keyring: Keyring, fingerprint: string, line: WrittenLine): string {
  const { writer, number, confirms, at, event, actor, memberId, reference, detail } = line;
  const parts = [writer, number, confirms, at.toISOString(), event, actor, memberId, reference, detail];
  return keyring.mac('audit-line', fingerprint, JSON.stringify(parts)).toString('hex');
}

/** Was it written, just so, by somebody who has any key that we hold? */
export const isGenuine = (keyring: Keyring, line: AuditEntry): boolean =>
  line.mac !== null && keyring.fingerprints.some((key) => macOf(keyring, key, line) === line.mac);
