import { fstatSync } from 'node:fs';
import type { HeaderLikeness, TableBatch } from './cell.js';
import { csvRows } from './csv/rows.js';
import { BadTable } from './fault.js';
import { recognise } from './first-bytes.js';
import type { TableLimits } from './limits.js';
import { xlsxRows } from './xlsx/rows.js';

/** A file as it came from a chat or from a disk. Whoever opened it closes it. */
export interface TableFile {
  /** Its open descriptor: it may have no name any more. */
  fd: number;
  /** A folder for what does not fit into memory. */
  folder: string;
}

/**
 * Reads a CSV or XLSX file in batches of rows, blank ones left out, in memory that does not grow with the file.
 * Of a workbook it reads the one sheet that has the header, else the one that comes nearest. Throws `BadTable`, also midway;
 * then nothing that came before may be trusted to be the whole.
 */
export async function* readTable(
  file: TableFile,
  limits: TableLimits,
  likeness: HeaderLikeness,
): AsyncGenerator<TableBatch> {
  const { size } = fstatSync(file.fd);
  if (size === 0) throw new BadTable('file-empty');
  if (size > limits.fileBytes) throw new BadTable('file-too-big');
  yield* recognise(file.fd) === 'workbook' ? xlsxRows(file, limits, likeness) : csvRows(file.fd, limits);
}
