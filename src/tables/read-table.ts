import { fstatSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import type { TableRow } from './cell.js';
import { csvRows } from './csv/rows.js';
import { BadTable } from './fault.js';
import type { TableLimits } from './limits.js';
import { xlsxRows } from './xlsx/rows.js';

/** A file as it came from a chat or from a disk. Whoever opened it closes it. */
export interface TableFile {
  /** Its open descriptor: it may have no name any more. */
  fd: number;
  /** What its sender called it; the ending is a promise that is looked into. */
  name: string;
  /** A folder for what does not fit into memory. */
  folder: string;
}

/**
 * Reads a CSV or XLSX file in batches of rows, blank ones left out, in memory that does not grow with the file.
 * Throws `BadTable`, also midway; then nothing that came before may be trusted to be the whole.
 */
export async function* readTable(file: TableFile, limits: TableLimits): AsyncGenerator<TableRow[]> {
  const kind = recognise(file, limits);
  yield* kind === 'workbook' ? xlsxRows(file, limits) : csvRows(file.fd, limits);
}

const textExtensions = ['.csv', '.tsv', '.txt'];

function recognise(file: TableFile, limits: TableLimits): 'workbook' | 'text' {
  const { size, head } = firstBytes(file.fd);
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

function firstBytes(fd: number): { size: number; head: string } {
  const buffer = Buffer.alloc(4);
  const bytesRead = readSync(fd, buffer, 0, buffer.length, 0);
  return { size: fstatSync(fd).size, head: buffer.toString('hex', 0, bytesRead) };
}
