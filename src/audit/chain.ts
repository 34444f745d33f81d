import type { AuditEntry } from '../../entities/audit-entry.js';
import type { Keyring } from '../keys/keyring.js';
import type { ChainedEntry } from './store.js';

/** The next sealed lines after a place, in order, so many at the most. */
export type ReadChained = (sequence: number, most: number) => Promise<ChainedEntry[]>;

/** The first place of the chain that is wrong: its line was changed, or is missing (`id` null). */
export interface Break {
  sequence: number;
  id: number | null;
}

/** Lines read at once. */
export const page = 500;
/** What the first line is chained to. */
export const beginning = '';

/** Walks the chain from its beginning for as long as it is sound, some lines at a time; returns where it breaks, null when it does not. */
export async function* soundRecords(
  keyring: Keyring,
  read: ReadChained,
): AsyncGenerator<ChainedEntry[], Break | null> {
  let [sequence, hash] = [0, beginning];
  for (let lines = await read(0, page); lines.length > 0; lines = await read(sequence, page)) {
    const sound: ChainedEntry[] = [];
    let broken: Break | null = null;
    for (const line of lines) {
      broken = breakAt(keyring, line, sequence + 1, hash);
      if (broken) break;
      sound.push(line);
      ({ sequence, hash } = line);
    }
    yield sound;
    if (broken) return broken;
  }
  return null;
}

/** Is this the line of this place, chained to the one before it under any key that we hold? */
function breakAt(keyring: Keyring, line: ChainedEntry, sequence: number, before: string): Break | null {
  if (line.sequence !== sequence) return { sequence, id: null };
  const sound = keyring.fingerprints.some((key) => link(keyring, key, before, line) === line.hash);
  return sound ? null : { sequence, id: line.id };
}

/** Keyed hash over the line before and everything that stands in this one. */
export function link(keyring: Keyring, fingerprint: string, before: string, line: AuditEntry): string {
  const { sequence, id, at, event, actor, memberId, reference, detail } = line;
  const parts = [before, sequence, id, at.toISOString(), event, actor, memberId, reference, detail];
  const { writer, number, confirms, mac } = line;
  // Lines of before were chained without.
  const signature = mac === null ? [] : [writer, number, confirms, mac];
  return keyring.mac('audit', fingerprint, JSON.stringify([...parts, ...signature])).toString('hex');
}
