import { closeSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openNameless } from '../../src/tables/nameless.js';
import type { TableRow } from '../../src/tables/cell.js';
import { defaultTableLimits } from '../../src/tables/limits.js';
import { readTable, type TableFile } from '../../src/tables/read-table.js';

/** A file of this content, as it lies there when it has come from a chat; it is gone once the work is done. */
export async function withTableFile<T>(
  content: Uint8Array | string,
  work: (file: TableFile) => Promise<T>,
): Promise<T> {
  const fd = openNameless(tmpdir());
  try {
    writeSync(fd, typeof content === 'string' ? Buffer.from(content) : content);
    return await work({ fd, folder: tmpdir() });
  } finally {
    closeSync(fd);
  }
}

/** All rows of a file of this content, whatever its header. */
export const rowsIn = (content: Uint8Array | string): Promise<TableRow[]> =>
  withTableFile(content, async (file) => {
    const all: TableRow[] = [];
    for await (const { rows } of readTable(file, defaultTableLimits, () => 0)) all.push(...rows);
    return all;
  });
