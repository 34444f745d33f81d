import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Libsql from 'libsql';
import { ownersFile } from '../owner-only.js';

/** A database for what does not fit into memory. */
export interface Scratch {
  database: Libsql.Database;
  close(): void;
}

/** Pages kept in memory, in KiB; whatever else it holds is in the file. */
const cacheKibibytes = 16 * 1_024;

/**
 * Opens an empty database in a file of this folder that has no name any more, so that nothing of it outlives the process.
 * It is one transaction that is never committed.
 */
export function openScratch(folder: string): Scratch {
  const own = mkdtempSync(join(folder, 'ramzyar-'));
  try {
    const path = join(own, 'scratch');
    const file = openSync(path, 'wx+', ownersFile);
    const database = new Libsql(path);
    database.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -${cacheKibibytes};
      BEGIN IMMEDIATE`);
    const close = (): void => {
      database.close();
      // The engine lets go of its file when the last statement is collected, which may be long after.
      ftruncateSync(file);
      closeSync(file);
    };
    return { database, close };
  } finally {
    rmSync(own, { recursive: true });
  }
}
