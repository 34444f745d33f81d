import { startOfDay } from '../../calendar/tehran.js';
import type { TransactionRunner } from '../../db/transaction.js';
import { exportResets } from '../../reports/export-resets.js';
import { makeResetListStore } from '../../reports/reset-list-store.js';
import { resetRecords, spanOf } from '../../reports/reset-list.js';
import type { DocumentOptions } from '../../staff/documents.js';
import { mimes } from '../../tables/write/mimes.js';
import type { Words } from '../../words/words.js';
import { daysInName } from './days-in-name.js';
import type { FileMaker } from './maker.js';

const rowsAtOnce = 1_000;

/** The recoveries of a span of days, as a table. */
export function makeRecoveriesFile({
  inTransaction,
  words,
}: {
  inTransaction: TransactionRunner;
  words: Words;
}): FileMaker<DocumentOptions['recoveries']> {
  return {
    least: 'supervisor',
    async make({ from, to, format }, locale) {
      const span = spanOf(from, to);
      if (!(await inTransaction((tx) => makeResetListStore(tx).any(span)))) return null;
      const records = resetRecords((after) =>
        inTransaction((tx) => makeResetListStore(tx).page(span, after, rowsAtOnce)),
      );
      const blanks = { fromAt: startOfDay(from), toAt: startOfDay(to) };
      return {
        as: 'document',
        name: `recoveries-${daysInName(from, to)}.${format}`,
        mime: mimes[format],
        caption: words.say(locale, 'file-recoveries-caption', blanks),
        content: exportResets(format, records, words, locale),
      };
    },
  };
}
