import { fstatSync } from 'node:fs';
import { pipeline, Readable, type TransformOptions } from 'node:stream';
import { CsvError, parse, type Options, type Parser } from 'csv-parse';
import {
  isBlank,
  type BareLine,
  type Cell,
  type DayNumbering,
  type TableBatch,
  type TableRow,
} from '../cell.js';
import { constantOf } from '../constant-formula.js';
import { BadTable } from '../fault.js';
import type { TableLimits } from '../limits.js';
import { bytesOf } from '../bytes.js';
import { detectDelimiter, isDelimiterDeclaration } from './delimiter.js';
import { detectEncoding, type Encoding } from './encoding.js';
import { linesOf } from './lines-of.js';

const batchSize = 1_000;

/** The rows of a text file, in batches. Throws `BadTable`. */
export async function* csvRows(fd: number, limits: TableLimits): AsyncGenerator<TableBatch> {
  const encoding = await detectEncoding(fd);
  const delimiter = detectDelimiter(await headOf(fd, encoding, limits));
  const parser = parserOf(delimiter, limits);
  const source = { bytes: 0, size: fstatSync(fd).size };
  pipeline(Readable.from(textOf(fd, encoding, Infinity, source)), parser, ignore);
  const batch: TableRow[] = [];
  let [line, records] = [0, 0];
  const taken = (): TableBatch => ({
    rows: batch.splice(0),
    sheet: null,
    read: Math.min(1, source.bytes / source.size),
  });
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const lines = linesOf(record, delimiter, line + 1);
      line += lines?.length ?? 1;
      if (record.length === 1 && record[0] === '') continue;
      records += 1;
      if (records > limits.rows) throw new BadTable('file-too-many-rows', line);
      if (records === 1 && isDelimiterDeclaration(record)) continue;
      const row = toRow(record, line, lines, limits);
      if (!row.cells.every(isBlank)) batch.push(row);
      if (batch.length === batchSize) yield taken();
    }
  } catch (error) {
    throw error instanceof CsvError ? badTable(error) : error;
  }
  if (batch.length > 0) yield taken();
}

/** The loop over the parser meets the same error; this one only keeps it from being met twice. */
const ignore = (): void => undefined;

function parserOf(delimiter: string, limits: TableLimits): Parser {
  const options: Options & Pick<TransformOptions, 'readableHighWaterMark'> = {
    delimiter,
    // Fewer at once would stop the parser a thousand times more.
    readableHighWaterMark: batchSize,
    max_record_size: limits.lineCharacters,
    // All of them, since a file put together from two has both.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // Empty lines come as records too, so that lines can be counted here: to be told of them makes two objects a record.
    skip_empty_lines: false,
  };
  return parse(options);
}

function toRow(record: string[], line: number, lines: BareLine[] | undefined, limits: TableLimits): TableRow {
  if (record.length > limits.columns) throw new BadTable('file-too-many-columns', line);
  const row = { line, cells: record.map(toCell), days };
  return lines ? { ...row, lines } : row;
}

const toCell = (text: string): Cell =>
  text.startsWith('=') ? (constantOf(text) ?? { refused: 'formula' }) : text;

/** Never needed: a text file has no numbers, only digits. */
const days: DayNumbering = { zero: '1899-12-30', isJulian: false };

function badTable(error: CsvError): BadTable {
  // By its own count of lines it stands behind all that the open mark has swallowed; the rows before it are whole.
  const line = typeof error.records === 'number' ? error.records + 1 : null;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new BadTable('file-line-too-long', line);
  return new BadTable(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'file-quote-open' : 'file-broken', line);
}

async function headOf(fd: number, encoding: Encoding, limits: TableLimits): Promise<string> {
  let head = '';
  for await (const text of textOf(fd, encoding, limits.lineCharacters)) head += text;
  return head;
}

async function* textOf(
  fd: number,
  encoding: Encoding,
  most = Infinity,
  source = { bytes: 0 },
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(fd, most)) {
    source.bytes += chunk.length;
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
