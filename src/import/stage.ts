import type { ImportFinding } from '../../entities/import-finding.js';
import type { ImportRow } from '../../entities/import-row.js';
import type { ImportRun } from '../../entities/import-run.js';
import type { Day } from '../calendar/day.js';
import type { Keyring } from '../keys/keyring.js';
import type { ChangeCounts } from './columns/column.js';
import { personalRules, type MemberRow } from './columns/columns.js';
import { makeAbsentStore } from './absent-store.js';
import { compare, type Difference, type KnownMember } from './compare.js';
import { keptFindings } from './findings.js';
import type { Finding, Reading } from './reading.js';
import { withNotices } from './notice-kinds.js';
import { makeRunStore } from './run-store.js';
import type { ImportParts } from './runs.js';
import { makeStageStore } from './stage-store.js';
import { maskCell } from './mask.js';

/** A row of the list, good or bad. */
export type RowReading = Extract<Reading, { kind: 'member' | 'faulty' }>;

/** A row with what the book says to it. */
export interface JudgedRow {
  line: number;
  isHidden: boolean;
  /** Whom it names, at fault or not; null: nobody who is known. */
  memberId: number | null;
  /** Nobody can say whom it names. */
  unnamed?: true;
  faults: readonly Finding[];
  notices: readonly Finding[];
  /** Null: it has a fault, or nothing changes. */
  difference: Difference | null;
}

/** How far the file has been read, which of its sheets, and which columns of that nobody sees. */
export type FileProgress = Pick<ImportRun, 'sheet' | 'percentRead' | 'hiddenColumns'>;

/** Looks up whom the book knows of these rows. */
export function lookUp(
  { tx }: ImportParts,
  rows: readonly RowReading[],
): Promise<ReadonlyMap<string, KnownMember>> {
  return makeStageStore(tx).known(rows.flatMap((row) => codeOf(row) ?? []));
}

const codeOf = (row: RowReading): string | null =>
  row.kind === 'member' ? row.member.insuredCode : row.insuredCode;

/** Compares these rows with the book as it stands today. Costs the most of everything, and needs no transaction. */
export function judgeRows(
  keyring: Keyring,
  rows: readonly RowReading[],
  book: ReadonlyMap<string, KnownMember>,
  today: Day,
): JudgedRow[] {
  return rows.map((row) => {
    const code = codeOf(row);
    const memberId = (code !== null && book.get(code)?.id) || null;
    const place = { line: row.line, isHidden: row.isHidden === true, memberId };
    if (row.kind === 'faulty') {
      const judged = { ...place, faults: row.faults, notices: [], difference: null };
      return code === null ? { ...judged, unnamed: true } : judged;
    }
    const { member, notices } = row;
    const difference = compare(member, book.get(member.insuredCode) ?? null, keyring, today);
    if (difference === 'spans-two')
      return { ...place, faults: [spansTwo(member)], notices: [], difference: null };
    const contradicts = difference?.row.mobileChange === 'contradicts';
    const all = contradicts ? [...notices, contradiction(member.mobile)] : notices;
    return { ...place, faults: [], notices: all, difference };
  });
}

const spansTwo = ({ coverFrom }: MemberRow): Finding => ({
  column: 'cover-from',
  reason: 'import-cover-spans-two',
  shown: maskCell(coverFrom),
});

const contradiction = (mobile: string | null): Finding => ({
  column: 'mobile',
  reason: 'import-mobile-contradicts',
  shown: maskCell(mobile ?? ''),
});

/** Keeps what these rows would change, what was found in them, and how far the run has come, together. Null when somebody else has moved the run. */
export async function keepRows(
  { tx, clock }: ImportParts,
  seen: ImportRun,
  rows: readonly JudgedRow[],
  file: FileProgress,
): Promise<ImportRun | null> {
  const store = makeStageStore(tx);
  const { differences, findings } = kept(seen, rows);
  await store.keep(differences);
  await store.keepFindings(findings);
  const memberIds = rows.flatMap(({ memberId }) => memberId ?? []);
  const [first] = rows;
  if (first && memberIds.length > 0)
    await makeAbsentStore(tx).keepListed({
      runId: seen.id,
      line: first.line,
      memberIds: JSON.stringify(memberIds),
    });
  const readTo = rows.at(-1)?.line ?? seen.readTo;
  const noticeKinds = withNotices(seen, rows);
  const changes = { ...counted(seen, rows), ...file, noticeKinds, readTo, touchedAt: clock.now() };
  return makeRunStore(tx).change(seen, changes);
}

/** The list has been read to its end, or is no use. */
export async function endReading(
  { tx, clock }: ImportParts,
  seen: ImportRun,
  usable: boolean,
): Promise<ImportRun | null> {
  const state = usable ? 'judged' : 'refused';
  return makeRunStore(tx).change(seen, { state, touchedAt: clock.now() });
}

function kept(
  { id: runId, findings: before }: ImportRun,
  rows: readonly JudgedRow[],
): { differences: ImportRow[]; findings: ImportFinding[] } {
  const differences: ImportRow[] = [];
  const findings: ImportFinding[] = [];
  for (const { line, difference, faults, notices } of rows) {
    if (difference) differences.push({ runId, line, ...difference.row });
    for (const finding of [...faults, ...notices]) {
      if (before + findings.length >= keptFindings) break;
      const { column, reason, shown, firstLine = null } = finding;
      const place = findings.at(-1)?.line === line ? (findings.at(-1)?.place ?? 0) + 1 : 0;
      const grade = faults.includes(finding) ? 'fault' : 'notice';
      findings.push({ runId, line, place, grade, cell: column, reason, shown, firstLine });
    }
  }
  return { differences, findings };
}

type Counts = ChangeCounts &
  Pick<
    ImportRun,
    'newcomers' | 'changed' | 'unchanged' | 'faulty' | 'unnamed' | 'contradicted' | 'findings' | 'hiddenRows'
  >;

function counted(seen: ImportRun, rows: readonly JudgedRow[]): Counts {
  const counts = countsOf(seen);
  for (const { faults, notices, difference, isHidden, unnamed } of rows) {
    if (isHidden) counts.hiddenRows += 1;
    if (unnamed) counts.unnamed += 1;
    counts.findings += faults.length + notices.length;
    if (faults.length > 0) counts.faulty += 1;
    else if (!difference || difference.row.verdict === 'contradicted') counts.unchanged += 1;
    else if (difference.row.verdict === 'new') counts.newcomers += 1;
    else counts.changed += 1;
    if (difference?.row.verdict === 'changed') countChanges(counts, difference);
    if (difference?.row.mobileChange === 'contradicts') counts.contradicted += 1;
  }
  return counts;
}

function countChanges(counts: Counts, { changes, period }: Difference): void {
  if (period.kind === 'new') counts.periods += 1;
  if (period.kind === 'moved') counts.movedPeriods += 1;
  if (period.givesBack) counts.givenBack += 1;
  for (const [, { field, counted: places }] of personalRules) {
    const change = changes[field];
    const place = change === 'first' || change === 'other' ? places[change] : null;
    if (place) counts[place] += 1;
  }
}

const countsOf = (run: ImportRun): Counts => ({
  newcomers: run.newcomers,
  changed: run.changed,
  unchanged: run.unchanged,
  faulty: run.faulty,
  unnamed: run.unnamed,
  mobiles: run.mobiles,
  firstMobiles: run.firstMobiles,
  periods: run.periods,
  movedPeriods: run.movedPeriods,
  givenBack: run.givenBack,
  nationalIds: run.nationalIds,
  names: run.names,
  contradicted: run.contradicted,
  findings: run.findings,
  hiddenRows: run.hiddenRows,
});
