import { BadTable } from '../tables/fault.js';
import { defaultTableLimits, type TableLimits } from '../tables/limits.js';
import { readTable, type TableFile } from '../tables/read-table.js';
import type { Words } from '../words/words.js';
import { findColumns, headerNames, type HeaderNames } from './columns/header.js';
import { makeJudge, type Judge, type RowRules } from './judge-row.js';
import { makeDuplicateIndex, type DuplicateIndex } from './duplicate-index.js';
import type { FileFault, Reading } from './reading.js';

export interface ImportRules extends RowRules {
  limits: TableLimits;
  headers: HeaderNames;
}

/** What holds where the insurer says nothing but how its codes look. A cover of more than five years is a year mistyped. */
export const usualRules = (insuredCodePattern: RegExp, words: Words): ImportRules => ({
  insuredCodePattern,
  headers: headerNames(words),
  limits: defaultTableLimits,
  longestCoverDays: 5 * 366,
});

/**
 * Reads a file of members and judges each row, some at a time in memory that does not grow with the file.
 * Whatever the file holds is a value, and the last value says whether it was read to its end; only the disk makes it throw.
 */
export async function* readMembers(file: TableFile, rules: ImportRules): AsyncGenerator<Reading[]> {
  const seen = makeDuplicateIndex(file.folder);
  try {
    yield* judgedBatches(file, rules, seen);
  } catch (error) {
    if (!(error instanceof BadTable)) throw error;
    yield [stopped({ kind: error.kind, line: error.line })];
  } finally {
    seen.close();
  }
}

async function* judgedBatches(
  file: TableFile,
  rules: ImportRules,
  seen: DuplicateIndex,
): AsyncGenerator<Reading[]> {
  const counts = { member: 0, faulty: 0 };
  let judge: Judge | null = null;
  for await (const rows of readTable(file, rules.limits)) {
    if (!judge) {
      const found = findColumns(rows.shift()?.cells ?? [], rules.headers);
      if (!found.ok) {
        yield [stopped(found.fault)];
        return;
      }
      judge = makeJudge(found.places, rules, seen);
    }
    const judged = judge(rows);
    for (const { kind } of judged) counts[kind] += 1;
    yield judged;
  }
  const { member, faulty } = counts;
  if (member + faulty > 0) yield [{ kind: 'finished', members: member, faulty }];
  else yield [stopped({ kind: judge ? 'file-no-rows' : 'file-header-missing' })];
}

const stopped = (fault: FileFault): Reading => ({ kind: 'stopped', fault });
