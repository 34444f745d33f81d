import { addDays } from '../../calendar/day.js';
import { dayInTehran } from '../../calendar/tehran.js';
import type { Clock } from '../../clock.js';
import type { TransactionRunner } from '../../db/transaction.js';
import type { ChartFont } from '../../reports/chart/font.js';
import { countStats } from '../../reports/count-stats.js';
import { spanOf } from '../../reports/reset-list.js';
import { makeStatsStore } from '../../reports/stats-store.js';
import { statsSummary, statsWording } from '../../reports/stats-wording.js';
import type { DocumentOptions } from '../../staff/documents.js';
import type { Words } from '../../words/words.js';
import { daysInName } from './days-in-name.js';
import type { FileMaker } from './maker.js';

export interface StatsFileParts {
  inTransaction: TransactionRunner;
  words: Words;
  clock: Clock;
  brand: string;
  /** Throws where the letters are missing. */
  font: () => Promise<ChartFont>;
}

/** The last so many days as a picture, with the first of its numbers under it, and all of them in words for whoever asks. There is always one, be it of nothing. */
export function makeStatsFile({
  inTransaction,
  words,
  clock,
  brand,
  font,
}: StatsFileParts): FileMaker<DocumentOptions['stats']> {
  return {
    least: 'operator',
    async make({ days, inWords }, locale) {
      const now = clock.now();
      const to = dayInTehran(now);
      const from = addDays(to, 1 - days);
      const counted = await countStats(from, to, (day) =>
        inTransaction((tx) => makeStatsStore(tx).day(spanOf(day, day))),
      );
      const stats = { ...counted, soFar: now };
      if (inWords) return { as: 'message', text: statsWording(stats, words, locale) };
      // A library of its own, and a large one, which most processes never need.
      const { drawStats } = await import('../../reports/chart/draw-stats.js');
      const picture = await drawStats(stats, { words, locale, font: await font(), brand });
      return {
        as: 'photo',
        name: `recoveries-${daysInName(from, to)}.png`,
        mime: 'image/png',
        caption: statsSummary(stats, words, locale),
        button: { text: words.say(locale, 'button-stats-in-words'), data: `stats-in-words:${days}` },
        content: pieces(picture),
      };
    },
  };
}

async function* pieces(picture: Buffer): AsyncGenerator<Uint8Array> {
  yield picture;
}
