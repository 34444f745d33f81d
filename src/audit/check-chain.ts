import type { Keyring } from '../keys/keyring.js';
import type { ReadNumbered } from './genuine.js';
import { confirmedBy, firstMissing, type NumberedLine } from './numbers.js';
import { soundRecords, type Break, type ReadChained } from './chain.js';

/** What a walk over the whole chain has found. */
export interface ChainReport {
  /** Lines in the chain whose place and hash are right, from the first on. */
  sound: number;
  broken: Break | null;
  /** Hash of the last sound line, to be kept elsewhere: a chain cut off at its end looks sound. */
  head: string | null;
  /** The place of the sound line whose hash begins with what somebody has kept; null when there is none, or none was kept. */
  kept: number | null;
  /** The first line that a sound one says to have been committed before it, and that has no place. */
  missing: NumberedLine | null;
}

/**
 * Walks the whole chain, which may be long, a page at a time: between two pages the house goes on. `kept` is a head that
 * was written down earlier, or its beginning; it stays in its place for ever, unless keys change.
 */
export async function* checkChain(
  keyring: Keyring,
  read: ReadChained,
  kept: string | null,
  numbered: ReadNumbered,
): AsyncGenerator<void, ChainReport> {
  const pages = soundRecords(keyring, read);
  let [sound, head, place]: [number, string | null, number | null] = [0, null, null];
  let missing: NumberedLine | null = null;
  let step = await pages.next();
  for (; !step.done; step = await pages.next()) {
    sound += step.value.length;
    head = step.value.at(-1)?.hash ?? head;
    if (kept !== null) place ??= step.value.find(({ hash }) => hash.startsWith(kept))?.sequence ?? null;
    const confirmed = confirmedBy(step.value);
    const placed = (await numbered(confirmed)).filter(({ sequence }) => sequence !== null);
    missing ??= firstMissing(confirmed, placed);
    yield;
  }
  return { sound, broken: step.value, head, kept: place, missing };
}
