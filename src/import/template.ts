import { Readable } from 'node:stream';
import { writeCsv } from '../tables/write/csv.js';
import { writeXlsx } from '../tables/write/xlsx.js';
import type { Locale, Words } from '../words/words.js';
import { allColumns } from './columns/names.js';

/** An empty list to be filled in. The workbook's columns are text, so that Excel leaves the zeros of a national ID alone. */
export function templateFile(format: 'csv' | 'xlsx', words: Words, locale: Locale): Readable {
  const header = allColumns.map((column) => words.plain(locale, `import-column-${column}`));
  if (format === 'csv') return Readable.from(writeCsv([header]), { objectMode: false });
  return writeXlsx([header], { rightToLeft: locale === 'fa', widths: header.map(() => 18) });
}
