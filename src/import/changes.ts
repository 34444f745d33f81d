import type { ImportRow } from '../../entities/import-row.js';
import type { Day } from '../calendar/day.js';
import { decryptPersonal, fromOld } from '../keys/personal-fields.js';
import { personalRules } from './columns/columns.js';
import type { Column } from './columns/names.js';
import { ownMobileStays } from './own-mobile.js';
import { periodBefore } from './periods.js';
import { makeRunStore } from './run-store.js';
import type { ImportParts, ImportRun } from './runs.js';

/** What a run does to one thing that the book says of a member. Masked, as everything that staff are shown. */
export interface Change {
  line: number;
  insuredCode: string;
  column: Column;
  /** Null: nothing stood there. */
  before: string | null;
  after: string;
  /** The book's value is kept: the member registered this mobile, and nobody has agreed to replace it. */
  stays: boolean;
}

/** The changes in so many lines after this one; newcomers are no change. */
export async function changesAfter(
  parts: ImportParts,
  run: ImportRun,
  line: number,
  lines: number,
): Promise<Change[]> {
  const rows = await makeRunStore(parts.tx).changedAfter(run.id, line, lines);
  return rows.flatMap((row) => changesIn(parts, run, row));
}

function changesIn({ keyring }: ImportParts, run: ImportRun, row: ImportRow): Change[] {
  const { line, insuredCode } = row;
  const change = (column: Column, before: string | null, after: string, stays = false): Change => ({
    line,
    insuredCode,
    column,
    before,
    after,
    stays,
  });
  const known = fromOld(row);
  const before = known && decryptPersonal(keyring, known);
  const after = decryptPersonal(keyring, row);
  const personal = personalRules.flatMap(([column, { field, mask }]) => {
    const [was, is] = [before && before[field], after[field]];
    if (is === null || is === was) return [];
    return [change(column, was && mask(was), mask(is), field === 'mobile' && ownMobileStays(run, row))];
  });
  return [...personal, ...daysIn(row).map(([column, was, is]) => change(column, was, is))];
}

/** The days that the line changes: both of a new period. */
function daysIn(row: ImportRow): [Column, Day | null, Day][] {
  const before = periodBefore(row);
  const days: [Column, Day | null, Day][] = [
    ['cover-from', before && before.startsOn, row.coverFrom],
    ['cover-to', before && before.endsOn, row.coverTo],
  ];
  return days.filter(([, was, is]) => was !== is);
}
