import { createRequire } from 'node:module';
import type * as Ioredis from 'ioredis';

/** Where replicas count together, as the limiter asks for it. */
export interface FloodStore {
  incr(key: string): Promise<number>;
  pexpire(key: string, milliseconds: number): Promise<number>;
  stop(): void;
}

/** Shorter than anybody notices: when Redis is away, the process counts for itself at once. */
const timeoutMs = 250;

/** Counts and sets the end of the window in one step: a process that dies between two would leave a chat shut out for ever. */
const countOne = `local n = redis.call('INCR', KEYS[1])
if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return n`;

/** Loaded by whoever has a Redis, and by nobody else. */
const load = (): typeof Ioredis => createRequire(import.meta.url)('ioredis') as typeof Ioredis;

export function makeRedisFloodStore(url: string, windowMs: number): FloodStore {
  const { Redis } = load();
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: timeoutMs,
    connectTimeout: 2_000,
    keyPrefix: 'ramzyar:flood:',
    retryStrategy: (tries) => Math.min(tries * 200, 2_000),
  });
  // Each failed connection is an event; the limiter sees the failed command, and health tells of it.
  redis.on('error', () => undefined);
  return {
    incr: async (key) => Number(await redis.eval(countOne, 1, key, windowMs)),
    pexpire: async () => 1,
    stop: () => redis.disconnect(),
  };
}
