import { setTimeout } from 'node:timers/promises';
import type { MysqlSettings } from './database-url.js';
import { openNamedLock, type NamedLock } from './named-lock.js';

export interface WantedLock {
  name: string;
  /** How long the server may hear nothing before it takes the lock away: a process that hangs loses it. */
  silenceSeconds: number;
  /** Called at each heartbeat with what the server says: is the lock ours? */
  heard: (ours: boolean) => void;
  /** Called when the connection has broken: whose the lock is now, nobody knows. */
  broken: (error: unknown) => void;
}

/** How often the lock is asked for; asking also keeps it. */
const beatMs = 1_500;
/** How soon it is asked for again while it is not ours, or while no connection has come about. */
const againMs = 500;

/** Asks for a lock until it is ours, and keeps it, over as many connections as that takes; until it is given up. */
export function keepLock(
  settings: MysqlSettings,
  { name, silenceSeconds, heard, broken }: WantedLock,
): { giveUp(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  /** False when the connection was of no use from the beginning. */
  const beatOn = async (lock: NamedLock): Promise<boolean> => {
    const over = AbortSignal.any([signal, lock.gone]);
    for (let beats = 0; ; beats += 1) {
      let ours: boolean;
      try {
        ours = await lock.held();
      } catch (error) {
        if (beats > 0) broken(error);
        return beats > 0;
      }
      heard(ours);
      await pause(ours ? beatMs : againMs, over);
      if (signal.aborted) return true;
    }
  };
  const keep = async (): Promise<void> => {
    while (!signal.aborted) {
      const lock = await openNamedLock(settings, name, silenceSeconds).catch(() => null);
      const served = lock !== null && (await beatOn(lock));
      lock?.drop();
      if (!served) await pause(againMs, signal);
    }
  };
  const kept = keep();
  return {
    async giveUp() {
      stopping.abort();
      await kept;
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);
