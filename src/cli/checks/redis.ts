import type * as Ioredis from 'ioredis';
import type { Config } from '../../config/config.js';
import { describeError } from '../../safe-error.js';
import { ok, warning, type CheckResult } from '../finding.js';

/** Only the flood limit lives there; without it, each replica counts for itself. */
export async function lookAtRedis({ redisUrl }: Config): Promise<CheckResult[]> {
  if (redisUrl === null) return [];
  const ioredis: typeof Ioredis = await import('ioredis');
  const redis = new ioredis.Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: 3_000,
    commandTimeout: 3_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: unknown = null;
  redis.on('error', (error) => (cause ??= error));
  try {
    await redis.connect();
    await redis.ping();
    return [ok('redis', 'answers')];
  } catch (error) {
    return [
      warning(
        'redis',
        `not reached: ${whatOf(cause ?? error, ioredis)}`,
        'check REDIS_URL; until then each replica limits floods for itself',
      ),
    ];
  } finally {
    redis.disconnect();
  }
}

/** A refusal's first word is its class, as `WRONGPASS`; what follows is not repeated, and nothing of the address is. */
function whatOf(error: unknown, { ReplyError }: typeof Ioredis): string {
  const [word] = error instanceof Error ? (/^[A-Z]{3,}(?= )/.exec(error.message) ?? []) : [];
  return word && error instanceof ReplyError ? word : describeError(error);
}
