import { makeOwnersFile } from '../owner-only.js';
import { claimOf, narrowDatabaseFiles } from './database-files.js';
import { EmbeddedEngine } from './libsql.js';

/**
 * Locks an embedded database for this process; returns how to let it go. A second process would take the jobs
 * that this one has leased for those of the dead. The lock is one that the system drops with its process. Whoever works
 * on the database sees to it first that nobody else on the machine can read its files.
 * Throws where another process holds it.
 */
export function lockFile(file: string): () => void {
  if (file === ':memory:') return () => undefined;
  const claim = claimOf(file);
  makeOwnersFile(claim);
  narrowDatabaseFiles(file);
  const lock = new EmbeddedEngine(claim, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(
      'another process works on this SQLite file, most likely the bot: stop it first, or use MariaDB for several',
    );
  }
  return () => lock.close();
}
