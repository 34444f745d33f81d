import { pipeline, Readable } from 'node:stream';
import { CsvError, parse, type Parser } from 'csv-parse';
import { isBlank, type TableRow } from '../cell.js';
import { BadTable } from '../fault.js';
import type { TableLimits } from '../limits.js';
import { bytesOf } from './bytes.js';
import { detectDelimiter, isDelimiterDeclaration } from './delimiter.js';
import { detectEncoding, type Encoding } from './encoding.js';

const batchSize = 500;

/** The rows of a text file, in batches. Throws `BadTable`. */
export async function* csvRows(fd: number, limits: TableLimits): AsyncGenerator<TableRow[]> {
  const encoding = await detectEncoding(fd);
  const delimiter = detectDelimiter(await headOf(fd, encoding, limits));
  const parser = parserOf(delimiter, limits);
  pipeline(Readable.from(textOf(fd, encoding)), parser, ignore);
  const batch: TableRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (info.records > limits.rows) throw new BadTable('file-too-many-rows', info.lines);
      if (info.records === 1 && isDelimiterDeclaration(record)) continue;
      const row = toRow(record, info.lines, limits);
      if (!row.cells.every(isBlank)) batch.push(row);
      if (batch.length === batchSize) yield batch.splice(0);
    }
  } catch (error) {
    throw error instanceof CsvError ? badTable(error) : error;
  }
  if (batch.length > 0) yield batch;
}

interface ParsedRecord {
  record: string[];
  info: { lines: number; records: number };
}

/** The loop over the parser meets the same error; this one only keeps it from being met twice. */
const ignore = (): void => undefined;

function parserOf(delimiter: string, limits: TableLimits): Parser {
  return parse({
    delimiter,
    info: true,
    max_record_size: limits.lineCharacters,
    // All of them, since a file put together from two has both.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
}

function toRow(record: string[], line: number, limits: TableLimits): TableRow {
  if (record.length > limits.columns) throw new BadTable('file-too-many-columns', line);
  const cells = record.map((text) => (text.startsWith('=') ? ({ refused: 'formula' } as const) : text));
  return { line, cells, dayZero };
}

/** Never needed: a text file has no numbers, only digits. */
const dayZero = '1899-12-30';

function badTable(error: CsvError): BadTable {
  const line = typeof error.lines === 'number' ? error.lines : null;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new BadTable('file-line-too-long', line);
  return new BadTable(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'file-quote-open' : 'file-broken', line);
}

async function headOf(fd: number, encoding: Encoding, limits: TableLimits): Promise<string> {
  let head = '';
  for await (const text of textOf(fd, encoding, limits.lineCharacters)) head += text;
  return head;
}

async function* textOf(fd: number, encoding: Encoding, bytes = Infinity): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(fd, bytes)) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
