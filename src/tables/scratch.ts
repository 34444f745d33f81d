import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';

/** Pages kept in memory, in KiB; whatever else it holds is in the file. */
const cacheKibibytes = 16 * 1_024;

/**
 * An empty database of this process alone, for what does not fit into memory: in a file in this folder that has no name
 * any more, so that nothing of it outlives the process. It is one transaction that is never committed; closing it frees
 * the disk.
 */
export function openScratch(folder: string): Libsql.Database {
  const own = mkdtempSync(join(folder, 'ramzyar-'));
  try {
    const scratch = new Libsql(join(own, 'scratch'));
    scratch.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -${cacheKibibytes};
      BEGIN IMMEDIATE`);
    return scratch;
  } finally {
    rmSync(own, { recursive: true });
  }
}
