import { Readable } from 'node:stream';
import type { ResetState } from '../../entities/password-reset.js';
import { writeJalali } from '../calendar/jalali.js';
import { clockInTehran, dayInTehran } from '../calendar/tehran.js';
import type { PlatformName } from '../platforms.js';
import { writeCsv, type Value } from '../tables/write/csv.js';
import { writeXlsx } from '../tables/write/xlsx.js';
import type { Locale, Words } from '../words/words.js';

/** One recovery as its row in the ledger has it. */
export interface ResetRecord {
  reference: string;
  insuredCode: string;
  platform: PlatformName;
  state: ResetState;
  reservedAt: Date;
  /** Null while the portal's answer is not known. */
  settledAt: Date | null;
}

type Rows = AsyncIterable<ResetRecord> | Iterable<ResetRecord>;

/** The end of each column's locale key, and how wide the column is, in digits. */
const columns = {
  reference: 14,
  'insured-code': 16,
  platform: 12,
  state: 18,
  'jalali-day': 14,
  'gregorian-day': 14,
  clock: 10,
  'settled-jalali-day': 18,
  'settled-gregorian-day': 18,
  'settled-clock': 14,
};

/** Recoveries as a file for staff: days in both calendars, times in Tehran, no cell that a spreadsheet would run. */
export function exportResets(format: 'csv' | 'xlsx', resets: Rows, words: Words, locale: Locale): Readable {
  const rows = resetRows(resets, words, locale);
  if (format === 'csv') return Readable.from(writeCsv(rows), { objectMode: false });
  return writeXlsx(rows, { rightToLeft: locale === 'fa', widths: Object.values(columns) });
}

async function* resetRows(resets: Rows, words: Words, locale: Locale): AsyncGenerator<Value[]> {
  yield Object.keys(columns).map((column) => words.plain(locale, `export-${column}`));
  for await (const { reference, insuredCode, platform, state, reservedAt, settledAt } of resets) {
    yield [
      reference,
      insuredCode,
      words.plain(locale, `export-platform-${platform}`),
      words.plain(locale, `export-state-${state}`),
      ...moment(reservedAt),
      ...(settledAt ? moment(settledAt) : [null, null, null]),
    ];
  }
}

function moment(instant: Date): Value[] {
  const day = dayInTehran(instant);
  return [writeJalali(day), day, clockInTehran(instant)];
}
