import type { AuditEntry } from '../../entities/audit-entry.js';
import type { Keyring } from '../keys/keyring.js';
import {
  confirmedBy,
  firstMissing,
  joined,
  lineName,
  type NumberedLine,
  type WriterRange,
} from './numbers.js';
import { isGenuine, unsignedMark } from './signature.js';

/** Lines that wait, told apart. */
export interface JudgedLines {
  genuine: AuditEntry[];
  /** Rows that nobody with the key has written, or that are there twice. */
  forged: number[];
  /** The first line that was committed, as a later one of its writer says, and is there no more. */
  missing: NumberedLine | null;
}

/** Lines under these numbers, whether they have a place or not. */
export type ReadNumbered = (ranges: readonly WriterRange[]) => Promise<AuditEntry[]>;

/**
 * Which of the lines that wait may get a place, oldest first. Unsigned ones that the migration has marked may where an
 * older version has sealed lines, for as long as nothing that is signed has a place.
 */
export async function judge(
  keyring: Keyring,
  lines: readonly AuditEntry[],
  head: AuditEntry | null,
  read: ReadNumbered,
): Promise<JudgedLines> {
  let unsignedCounts = head !== null && head.mac === null;
  const signed = new Set(lines.filter((line) => isGenuine(keyring, line)));
  const own = [...signed].map(({ writer, number }) => ({
    writer: writer ?? '',
    from: number ?? 0,
    to: number ?? 0,
  }));
  const confirmed = confirmedBy([...signed]);
  const numbered = (await read(joined([...own, ...confirmed]))).filter((line) => isGenuine(keyring, line));
  const first = firstOfEach(numbered);
  const isTrue = (line: AuditEntry): boolean => {
    if (!signed.has(line)) return unsignedCounts && line.mac === null && line.writer === unsignedMark;
    unsignedCounts = false;
    return first.get(lineName(line)) === line.id;
  };
  const genuine = lines.filter(isTrue);
  const forged = lines.filter((line) => !genuine.includes(line)).map(({ id }) => id);
  return { genuine, forged, missing: firstMissing(confirmed, numbered) };
}

/** By name, the oldest row: any other is a copy of it. */
function firstOfEach(lines: readonly AuditEntry[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const line of lines)
    first.set(lineName(line), Math.min(line.id, first.get(lineName(line)) ?? Infinity));
  return first;
}
