import { PassThrough, pipeline, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Value } from './csv.js';
import { isFormula, withoutControls } from './harmless.js';
import { fixedParts, styles } from './xlsx-parts.js';

/** How a sheet lies on the screen. */
export interface SheetLook {
  rightToLeft: boolean;
  /** How wide each column is, in digits; their number is the number of columns. */
  widths: readonly number[];
}

/** Zip files carry a time for each part; theirs is always the same, so that equal rows make equal files. */
const fixedTime = { mtime: new Date('1980-01-02T00:00:00Z'), mode: 0o100644 };

/**
 * Rows as an XLSX file, streamed; the first one is the header. Texts are text to Excel, never formulas, and keep their
 * leading zeros also when somebody edits them. A sheet holds 1,048,576 rows.
 */
export function writeXlsx(rows: AsyncIterable<Value[]> | Iterable<Value[]>, look: SheetLook): Readable {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(fixedParts)) zip.addBuffer(Buffer.from(text), name, fixedTime);
  const sheet = Readable.from(sheetXml(rows, look), { objectMode: false });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', fixedTime);
  zip.end();
  const file = new PassThrough();
  pipeline(zip.outputStream, file, (error) => error && sheet.destroy());
  for (const source of [zip, sheet]) source.on('error', (error: Error) => file.destroy(error));
  return file;
}

async function* sheetXml(
  rows: AsyncIterable<Value[]> | Iterable<Value[]>,
  look: SheetLook,
): AsyncGenerator<string> {
  yield sheetStart(look);
  let line = 0;
  for await (const row of rows) {
    line += 1;
    const cells = row.map((value, column) => cellXml(value, `${columnName(column)}${line}`, line === 1));
    yield `<row r="${line}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function sheetStart({ rightToLeft, widths }: SheetLook): string {
  const columns = widths.map((width, column) => {
    const place = `min="${column + 1}" max="${column + 1}"`;
    return `<col ${place} width="${width}" style="${styles.text}" customWidth="1"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView workbookViewId="0"${rightToLeft ? ' rightToLeft="1"' : ''}>`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
}

function cellXml(value: Value, place: string, isHeader: boolean): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${place}" s="${styles.plain}"><v>${value}</v></c>`;
  const style = isHeader ? styles.header : isFormula(value) ? styles.quoted : styles.text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Half of a surrogate pair and the two last code points are no characters of XML. */
const escaped = (text: string): string =>
  withoutControls(text)
    .replace(/[\uD800-\uDFFF\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
