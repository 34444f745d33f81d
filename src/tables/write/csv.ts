import { harmless } from './harmless.js';

/** A value to be written; null leaves the cell empty. */
export type Value = string | number | null;

/**
 * Rows as the text of a CSV file, a piece at a time. With the mark by which Excel knows UTF-8, and every text in quotes,
 * so that no value can begin a cell of its own.
 */
export async function* writeCsv(rows: AsyncIterable<Value[]> | Iterable<Value[]>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const row of rows) yield `${row.map(toCell).join(',')}\r\n`;
}

function toCell(value: Value): string {
  if (typeof value === 'string') return `"${harmless(value).replaceAll('"', '""')}"`;
  return value === null ? '' : String(value);
}
