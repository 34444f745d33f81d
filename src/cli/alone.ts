import type { DatabaseSettings, MysqlSettings } from '../db/database-url.js';
import { openNamedLocks } from '../db/named-locks.js';
import { leadLock } from '../intake/leader.js';

/** Seconds that the lead is kept without being asked about: longer than any of this takes. */
const silenceSeconds = 3_600;

/**
 * Does this with nobody leading meanwhile, and so with no bot at work; throws where one is. An embedded database is
 * locked by its file.
 */
export async function alone<T>(settings: DatabaseSettings, work: () => Promise<T>): Promise<T> {
  if (settings.kind === 'sqlite') return work();
  const leaveLead = await takeLead(settings);
  if (!leaveLead) throw new Error('the bot is at work on this database: stop all of its processes first');
  try {
    return await work();
  } finally {
    leaveLead();
  }
}

/** Leads instead of a bot until what it returns is called; null where a bot leads. */
export async function takeLead(settings: MysqlSettings): Promise<(() => void) | null> {
  const locks = await openNamedLocks(settings, silenceSeconds);
  try {
    const [ours] = await locks.take([leadLock(settings.database)]);
    if (ours) return () => locks.drop();
  } catch (error) {
    locks.drop();
    throw error;
  }
  locks.drop();
  return null;
}
