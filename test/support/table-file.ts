import { closeSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { openNameless } from '../../src/tables/nameless.js';
import type { TableFile } from '../../src/tables/read-table.js';

/** A file of this content, as it lies there when it has come from a chat; it is gone once the work is done. */
export async function withTableFile<T>(
  content: Uint8Array | string,
  name: string,
  work: (file: TableFile) => Promise<T>,
): Promise<T> {
  const fd = openNameless(tmpdir());
  try {
    writeSync(fd, typeof content === 'string' ? Buffer.from(content) : content);
    return await work({ fd, name, folder: tmpdir() });
  } finally {
    closeSync(fd);
  }
}

/** Everything that comes, in one list. */
export async function gathered<T>(coming: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const some of coming) all.push(...some);
  return all;
}
