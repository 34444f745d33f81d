import type { DatabaseSettings } from '../db/database-url.js';
import { openNamedLock } from '../db/named-lock.js';
import { leadLock } from '../intake/leader.js';

/** Seconds that the lock is kept without being asked about: longer than any of this takes. */
const silenceSeconds = 3_600;

/**
 * Does this with nobody leading meanwhile, and so with no bot at work; throws where one is. An embedded database is
 * locked by its file.
 */
export async function alone<T>(settings: DatabaseSettings, work: () => Promise<T>): Promise<T> {
  if (settings.kind === 'sqlite') return work();
  const lock = await openNamedLock(settings, leadLock(settings.database), silenceSeconds);
  try {
    if (!(await lock.held()))
      throw new Error('the bot is at work on this database: stop all of its processes first');
    return await work();
  } finally {
    lock.drop();
  }
}
