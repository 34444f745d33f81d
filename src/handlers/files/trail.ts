import { makeAuditStore } from '../../audit/store.js';
import { trailRows } from '../../audit/trail-rows.js';
import { startOfDay } from '../../calendar/tehran.js';
import type { TransactionRunner } from '../../db/transaction.js';
import { spanOf } from '../../reports/reset-list.js';
import type { DocumentOptions } from '../../staff/documents.js';
import { writeCsv } from '../../tables/write/csv.js';
import type { Words } from '../../words/words.js';
import { daysInName } from './days-in-name.js';
import type { FileMaker } from './maker.js';

const linesAtOnce = 1_000;

/** The trail of some days, in the order of its chain: what is not chained yet comes with the next one. */
export function makeTrailFile({
  inTransaction,
  words,
}: {
  inTransaction: TransactionRunner;
  words: Words;
}): FileMaker<DocumentOptions['trail']> {
  return {
    least: 'supervisor',
    async make({ from, to }, locale) {
      const span = spanOf(from, to);
      const found = await inTransaction(async (tx) => {
        const store = makeAuditStore(tx);
        const places = await store.placesWithin(span.from, span.until);
        if (!places) return null;
        const [before, end] = [await store.chainedAt(places.first - 1), await store.chainedAt(places.last)];
        return { places, before: before?.hash ?? '', head: end?.hash ?? '' };
      });
      if (!found) return null;
      const { places, before, head } = found;
      const read = (sequence: number) =>
        inTransaction((tx) => makeAuditStore(tx).chainedAfter(sequence, linesAtOnce));
      const blanks = { fromAt: startOfDay(from), toAt: startOfDay(to), ...places, head };
      return {
        as: 'document',
        name: `trail-${daysInName(from, to)}.csv`,
        mime: 'text/csv',
        caption: words.say(locale, 'file-trail-caption', blanks),
        content: writeCsv(trailRows(places, before, read)),
      };
    },
  };
}
