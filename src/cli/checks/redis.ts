import { Redis } from 'ioredis';
import type { Config } from '../../config/config.js';
import { faultOf } from '../../fault.js';
import { ok, warning, type Finding } from '../finding.js';

/** Only the flood limit lives there; without it, each replica counts for itself. */
export async function lookAtRedis({ redisUrl }: Config): Promise<Finding[]> {
  if (redisUrl === null) return [];
  const redis = new Redis(redisUrl, {
    ...{ lazyConnect: true, connectTimeout: 3_000, commandTimeout: 3_000, maxRetriesPerRequest: 0 },
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    return [ok('redis', 'answers')];
  } catch (error) {
    return [
      warning(
        'redis',
        `not reached: ${faultOf(error)}`,
        'check REDIS_URL; until then each replica limits floods for itself',
      ),
    ];
  } finally {
    redis.disconnect();
  }
}
