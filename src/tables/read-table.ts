import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { TableRow } from './cell.js';
import { csvRows } from './csv/rows.js';
import { BadTable } from './fault.js';
import type { TableLimits } from './limits.js';
import { xlsxRows } from './xlsx/rows.js';

/** A file as it came from a chat: where it lies now, and what its sender called it. */
export interface TableFile {
  path: string;
  name: string;
}

/**
 * Reads a CSV or XLSX file in batches of rows, blank ones left out, in memory that does not grow with the file.
 * Throws `BadTable`, also midway; then nothing that came before may be trusted to be the whole.
 */
export async function* readTable(file: TableFile, limits: TableLimits): AsyncGenerator<TableRow[]> {
  const kind = await recognise(file, limits);
  yield* kind === 'workbook' ? xlsxRows(file.path, limits) : csvRows(file.path, limits);
}

const textExtensions = ['.csv', '.tsv', '.txt'];

async function recognise(file: TableFile, limits: TableLimits): Promise<'workbook' | 'text'> {
  const { size, head } = await firstBytes(file.path);
  if (size === 0) throw new BadTable('file-empty');
  if (size > limits.fileBytes) throw new BadTable('file-too-big');
  if (head === magic.compound) throw new BadTable('file-old-or-locked');
  const extension = extname(file.name).toLowerCase();
  const isZip = head === magic.zip;
  if (extension === '.xlsx' ? isZip : !isZip && textExtensions.includes(extension)) {
    return isZip ? 'workbook' : 'text';
  }
  const promised = extension === '.xlsx' || textExtensions.includes(extension);
  throw new BadTable(promised ? 'file-extension-wrong' : 'file-not-table');
}

/** The first four bytes of a zip archive, and of the compound files of old Office. */
const magic = { zip: '504b0304', compound: 'd0cf11e0' };

async function firstBytes(path: string): Promise<{ size: number; head: string }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return { size, head: buffer.toString('hex', 0, bytesRead) };
  } finally {
    await file.close();
  }
}
