import type { ImportFinding } from '../../entities/import-finding.js';
import type { Transaction } from '../db/transaction.js';
import type { Value } from '../tables/write/csv.js';
import type { Locale, Words } from '../words/words.js';
import type { Column } from './columns/names.js';
import { makeFindingStore } from './finding-store.js';
import type { Finding } from './reading.js';
import { makeImportWording } from './wording.js';

/** So many of a list's findings are kept: whoever has more has one fault in every line, and sees it by then. */
export const keptFindings = 50_000;

/** Something that was found in one line of a list. */
export interface Found extends Finding {
  line: number;
}

/** The first faults of a run, in the order of its lines. */
export async function firstFaults(tx: Transaction, runId: number, most: number): Promise<Found[]> {
  return (await makeFindingStore(tx).firstFaults(runId, most)).map(foundIn);
}

/** Reads a page of what was found after this row, in a transaction of its own. */
export type ReadFindings = (after: Pick<ImportFinding, 'line' | 'place'>) => Promise<ImportFinding[]>;

/** A page of what was found in a run. */
export const findingsAfter = (
  tx: Transaction,
  runId: number,
  after: Pick<ImportFinding, 'line' | 'place'>,
): Promise<ImportFinding[]> => makeFindingStore(tx).page(runId, after, pageRows);

const pageRows = 1_000;

/** The rows of a file that tells staff what was found, where, and why: one for each cell at fault or worth a look. */
export async function* findingRows(
  page: ReadFindings,
  words: Words,
  locale: Locale,
): AsyncGenerator<Value[]> {
  const tell = makeImportWording(words, locale);
  yield findingColumns.map((name) => words.plain(locale, `import-errors-${name}`));
  for (let rows = await page({ line: 0, place: 0 }); rows.length > 0;) {
    for (const row of rows) {
      const found = foundIn(row);
      yield [found.line, tell.column(found.column), tell.finding(found, row.grade), found.shown];
    }
    rows = await page(rows.at(-1) ?? { line: 0, place: 0 });
  }
}

/** The columns of that file; each ends a locale key. */
export const findingColumns = ['line', 'column', 'problem', 'shown'] as const;

/** Columns and reasons are written by us, from the very types that they are read as. */
const foundIn = ({ line, cell, reason, shown, firstLine }: ImportFinding): Found => ({
  line,
  column: cell as Column,
  reason: reason as Finding['reason'],
  shown,
  ...(firstLine === null ? {} : { firstLine }),
});
