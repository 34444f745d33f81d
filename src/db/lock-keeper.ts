import { setTimeout } from 'node:timers/promises';
import type { DatabaseSettings, MysqlSettings } from './database-url.js';
import { openNamedLocks, type NamedLocks } from './named-locks.js';

export interface WantedLock {
  name: string;
  /** Called at each heartbeat with what the server says: is the lock ours? */
  heard: (ours: boolean) => void;
  /** Called when the connection has broken: whose the lock is now, nobody knows. */
  broken: (error: unknown) => void;
}

/** Asks for locks until they are this process's, and keeps them, over as many connections as that takes. */
export interface LockKeeper {
  /** Of which the names of locks that mean something for one database tell; locks themselves are the server's. */
  readonly database: string;
  /** Until it is given up, which frees it at once. */
  keep(lock: WantedLock): { giveUp(): Promise<void> };
}

/** How long the server may hear nothing before it takes the locks away: a process that hangs loses them. */
export const silenceSeconds = 4;

/** How often the locks are asked for; asking also keeps them. */
const beatMs = 1_500;
/** How soon they are asked for again while one is not ours, or while no connection has come about. */
const againMs = 500;

/** An embedded database is one process's alone, so there is nothing to agree on. */
export const makeLockKeeper = (settings: DatabaseSettings): LockKeeper | null =>
  settings.kind === 'mysql' ? onServer(settings) : null;

/** All locks of a process share a connection, which is there while one is wanted. */
function onServer(settings: MysqlSettings): LockKeeper {
  const wanted = new Set<WantedLock>();
  let connection: NamedLocks | null = null;
  let kept: Promise<void> | null = null;
  let pausing = new AbortController();

  const pause = async (ms: number): Promise<void> => {
    pausing = new AbortController();
    await setTimeout(ms, undefined, { signal: pausing.signal }).catch(() => undefined);
  };
  const goOn = (): void => pausing.abort();

  /** Until none is wanted or the connection breaks; false when it was of no use from the beginning. */
  const beatOn = async (locks: NamedLocks): Promise<boolean> => {
    for (let beats = 0; wanted.size > 0; beats += 1) {
      const asked = [...wanted];
      const answers = await locks.take(asked.map(({ name }) => name)).catch((error: unknown) => ({ error }));
      const still = asked.filter((lock) => wanted.has(lock));
      if ('error' in answers) {
        if (beats > 0) still.forEach((lock) => lock.broken(answers.error));
        return beats > 0;
      }
      still.forEach((lock) => lock.heard(answers[asked.indexOf(lock)] === true));
      const asNow = still.length === asked.length && wanted.size === asked.length;
      if (asNow) await pause(answers.every(Boolean) ? beatMs : againMs);
    }
    return true;
  };
  const keepOn = async (): Promise<void> => {
    while (wanted.size > 0) {
      connection = await openNamedLocks(settings, silenceSeconds, goOn).catch(() => null);
      const served = connection !== null && (await beatOn(connection));
      connection?.drop();
      connection = null;
      if (!served && wanted.size > 0) await pause(againMs);
    }
    kept = null;
  };
  return {
    database: settings.database,
    keep(lock) {
      wanted.add(lock);
      goOn();
      kept ??= keepOn();
      return {
        async giveUp() {
          wanted.delete(lock);
          // Where the connection is lost, so is the lock.
          await connection?.release(lock.name).catch(() => undefined);
          if (wanted.size > 0) return;
          goOn();
          await kept;
        },
      };
    },
  };
}
