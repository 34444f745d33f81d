import type { TransactionRunner } from '../../db/transaction.js';
import { findingRows, findingsAfter } from '../../import/findings.js';
import type { DocumentOptions } from '../../staff/documents.js';
import { mimes } from '../../tables/write/mimes.js';
import { writeXlsx } from '../../tables/write/xlsx.js';
import type { Words } from '../../words/words.js';
import type { FileMaker } from './maker.js';

/** Of the columns in `findingRows`, in letters. */
const widths = [8, 18, 70, 26];

/** What was found in the rows of a list, a line for each cell at fault or worth a look. */
export function makeFindingsFile({
  inTransaction,
  words,
}: {
  inTransaction: TransactionRunner;
  words: Words;
}): FileMaker<DocumentOptions['findings']> {
  return {
    least: 'supervisor',
    make: async ({ runId, reference }, locale) => {
      const read = (after: Parameters<typeof findingsAfter>[2]) =>
        inTransaction((tx) => findingsAfter(tx, runId, after));
      const first = await read({ line: 0, place: 0 });
      if (first.length === 0) return null;
      return {
        as: 'document',
        name: `findings-${reference}.xlsx`,
        mime: mimes.xlsx,
        caption: words.say(locale, 'file-findings-caption', { reference }),
        content: writeXlsx(findingRows(read, words, locale), { rightToLeft: locale === 'fa', widths }),
      };
    },
  };
}
