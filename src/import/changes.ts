import type { ImportRow } from '../../entities/import-row.js';
import { maskMobile } from '../identity/mobile.js';
import { maskNationalId } from '../identity/national-id.js';
import type { Column } from './columns/names.js';
import { makeRunStore } from './run-store.js';
import type { ImportParts, ImportRun } from './runs.js';

/** What a run does to one thing that the book says of a member. Masked, as everything that staff are shown. */
export interface Change {
  line: number;
  insuredCode: string;
  column: Extract<Column, 'national-id' | 'mobile' | 'cover-to'>;
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
  const { line, insuredCode, mobileChange, coverTo, oldCoverTo, oldNationalId, oldMobile } = row;
  const open = (purpose: 'national-id' | 'mobile', sealed: string | null) =>
    sealed && keyring.decrypt(purpose, sealed);
  const change = (column: Change['column'], before: string | null, after: string, stays = false): Change => ({
    ...{ line, insuredCode, column, before, after, stays },
  });
  const [idBefore, idAfter] = [open('national-id', oldNationalId), open('national-id', row.nationalId)];
  const [mobileBefore, mobileAfter] = [open('mobile', oldMobile), open('mobile', row.mobile)];
  const stays = mobileChange === 'contradicts' && !run.overMembersOwn;
  return [
    ...(idBefore === idAfter
      ? []
      : [change('national-id', idBefore && maskNationalId(idBefore), maskNationalId(idAfter ?? ''))]),
    ...(mobileChange === 'same'
      ? []
      : [change('mobile', mobileBefore && maskMobile(mobileBefore), maskMobile(mobileAfter ?? ''), stays)]),
    ...(coverTo === oldCoverTo ? [] : [change('cover-to', oldCoverTo, coverTo)]),
  ];
}
