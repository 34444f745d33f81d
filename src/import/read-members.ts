import { dayInTehran } from '../calendar/tehran.js';
import type { Clock } from '../clock.js';
import type { HeaderLikeness } from '../tables/cell.js';
import { BadTable } from '../tables/fault.js';
import { defaultTableLimits, type TableLimits } from '../tables/limits.js';
import { readTable, type TableFile } from '../tables/read-table.js';
import type { Words } from '../words/words.js';
import { findColumns, headerNames, type HeaderNames } from './columns/header.js';
import { knownColumns, type Places } from './columns/names.js';
import { placeholders } from './columns/placeholder.js';
import { makeJudge, type Judge, type RowRules } from './judge-row.js';
import { makeDuplicateIndex, type DuplicateIndex } from './duplicate-index.js';
import { makeHeaderSearch } from './header-search.js';
import type { FileFault, Reading, ReadBatch } from './reading.js';

export interface ImportRules extends RowRules {
  limits: TableLimits;
  headers: HeaderNames;
}

/** What holds where the insurer says nothing but how its codes look. A cover that outlives whoever has it is a year mistyped. */
export const usualRules = (insuredCodePattern: RegExp, words: Words, clock: Clock): ImportRules => ({
  insuredCodePattern,
  headers: headerNames(words),
  placeholders: placeholders(words),
  limits: defaultTableLimits,
  longestCoverDays: 80 * 366,
  today: () => dayInTehran(clock.now()),
});

/**
 * Reads a file of members and judges each row, some at a time in memory that does not grow with the file.
 * Whatever the file holds is a value, and the last value says whether it was read to its end; only the disk makes it throw.
 */
export async function* readMembers(file: TableFile, rules: ImportRules): AsyncGenerator<ReadBatch> {
  const seen = makeDuplicateIndex(file.folder);
  try {
    yield* judgedBatches(file, rules, seen);
  } catch (error) {
    if (!(error instanceof BadTable)) throw error;
    const { kind, line, sheets } = error;
    yield last(stopped(sheets.length > 0 ? { kind, line, sheets } : { kind, line }));
  } finally {
    seen.close();
  }
}

async function* judgedBatches(
  file: TableFile,
  rules: ImportRules,
  seen: DuplicateIndex,
): AsyncGenerator<ReadBatch> {
  const counts = { member: 0, faulty: 0 };
  const search = makeHeaderSearch(rules);
  let judge: Judge | null = null;
  let unseen: Pick<ReadBatch, 'hiddenColumns'> = {};
  const likeness: HeaderLikeness = (cells) => {
    const found = findColumns(cells, rules.headers);
    return found.ok ? 1 : found.known / (found.known + 1);
  };
  for await (const { rows, sheet, read, hiddenColumns } of readTable(file, rules.limits, likeness)) {
    if (!judge) {
      const found = search.look(rows);
      if (found === 'not-yet') continue;
      if (!found.ok) {
        yield last(stopped(found.fault));
        return;
      }
      judge = makeJudge(found.places, rules, seen);
      unseen = unseenOf(found.places, hiddenColumns);
    }
    const readings = judge(rows);
    for (const { kind } of readings) counts[kind] += 1;
    yield { readings, sheet, read, ...unseen };
  }
  const { member, faulty } = counts;
  if (member + faulty > 0) yield last({ kind: 'finished', members: member, faulty });
  else yield last(stopped(judge ? { kind: 'file-no-rows' } : search.fault()));
}

function unseenOf(places: Places, hidden: ReadonlySet<number> = new Set()): Pick<ReadBatch, 'hiddenColumns'> {
  const columns = knownColumns.filter((column) => hidden.has(places[column] ?? -1));
  return columns.length > 0 ? { hiddenColumns: columns } : {};
}

const last = (reading: Reading): ReadBatch => ({ readings: [reading], sheet: null, read: 1 });

const stopped = (fault: FileFault): Reading => ({ kind: 'stopped', fault });
