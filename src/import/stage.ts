import type { ImportRow } from '../../entities/import-row.js';
import type { ImportRun } from '../../entities/import-run.js';
import { compare, type Difference } from './compare.js';
import type { Finding, Reading } from './reading.js';
import { makeRunStore } from './run-store.js';
import type { ImportRoom } from './runs.js';
import { makeStageStore } from './stage-store.js';
import { veil } from './veil.js';

/** A row of the list, good or bad. */
export type RowReading = Extract<Reading, { kind: 'member' | 'faulty' }>;

/** The run as it stands now, and the rows with what the book says to them. */
export interface Staged {
  run: ImportRun;
  readings: RowReading[];
}

/**
 * Compares some rows with the book, and keeps what would change and how far the run has come, together. Rows that an
 * earlier attempt has kept are compared again and not kept again. Null when somebody else has moved the run.
 */
export async function stage(
  { tx, keyring, clock }: ImportRoom,
  seen: ImportRun,
  readings: readonly RowReading[],
): Promise<Staged | null> {
  const store = makeStageStore(tx);
  const known = await store.known(
    readings.flatMap((reading) => (reading.kind === 'member' ? [reading.member] : [])),
  );
  const judged = readings.map((reading) => {
    if (reading.kind === 'faulty') return { reading, difference: null };
    const difference = compare(reading.member, known.get(reading.member.insuredCode) ?? null, keyring);
    return { reading: withNotice(reading, difference), difference };
  });
  const fresh = judged.filter(({ reading }) => reading.line > seen.readTo);
  await store.keep(fresh.flatMap(({ reading: { line }, difference }) => rowOf(seen.id, line, difference)));
  const readTo = Math.max(seen.readTo, ...fresh.map(({ reading }) => reading.line));
  const run = await makeRunStore(tx).change(seen, {
    ...counted(seen, fresh),
    readTo,
    touchedAt: clock.now(),
  });
  return run && { run, readings: judged.map(({ reading }) => reading) };
}

/** The list has been read to its end, or is no use. */
export async function endReading(
  { tx, clock }: ImportRoom,
  seen: ImportRun,
  usable: boolean,
): Promise<ImportRun | null> {
  const state = usable ? 'judged' : 'refused';
  return makeRunStore(tx).change(seen, { state, touchedAt: clock.now() });
}

interface Judged {
  reading: RowReading;
  difference: Difference | null;
}

const rowOf = (runId: number, line: number, difference: Difference | null): ImportRow[] =>
  difference ? [{ runId, line, ...difference.row }] : [];

function withNotice(reading: RowReading & { kind: 'member' }, difference: Difference | null): RowReading {
  if (difference?.row.mobileChange !== 'contradicts') return reading;
  const shown = veil(reading.member.mobile ?? '');
  const notice: Finding = { column: 'mobile', reason: 'import-mobile-contradicts', shown };
  return { ...reading, notices: [...reading.notices, notice] };
}

type Counts = Pick<
  ImportRun,
  'newcomers' | 'changed' | 'unchanged' | 'faulty' | 'mobiles' | 'nationalIds' | 'contradicted'
>;

function counted(seen: ImportRun, fresh: readonly Judged[]): Counts {
  const count = (is: (judged: Judged) => boolean): number => fresh.filter(is).length;
  const good = fresh.filter(({ reading }) => reading.kind === 'member');
  return {
    newcomers: seen.newcomers + count(({ difference }) => difference?.row.verdict === 'new'),
    changed: seen.changed + count(({ difference }) => difference?.row.verdict === 'changed'),
    unchanged: seen.unchanged + good.filter(({ difference }) => changesNothing(difference)).length,
    faulty: seen.faulty + fresh.length - good.length,
    mobiles: seen.mobiles + count(({ difference }) => difference?.row.mobileChange === 'other'),
    nationalIds: seen.nationalIds + count(({ difference }) => difference?.nationalIdChanges === true),
    contradicted:
      seen.contradicted + count(({ difference }) => difference?.row.mobileChange === 'contradicts'),
  };
}

const changesNothing = (difference: Difference | null): boolean =>
  difference === null || difference.row.verdict === 'contradicted';
