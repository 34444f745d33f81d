import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { lookAtRedis } from '../../src/cli/checks/redis.js';
import type { Config } from '../../src/config/config.js';
import { deadAddress } from '../support/vendors/stand-in.js';

const found = async (redisUrl: string): Promise<string> => {
  const [finding] = await lookAtRedis({ redisUrl } as Config);
  return finding?.found ?? '';
};

/** A Redis that refuses whoever comes, in these words. */
async function refusing(words: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.write(`-${words}\r\n`));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { url: `redis://ramzyar:redis-secret@127.0.0.1:${port}`, close: () => void server.close() };
}

it('what keeps the doctor from Redis has a name, and nothing of the address is in it', async () => {
  const dead = (await deadAddress()).replace('http://', 'redis://ramzyar:redis-secret@');
  expect(await found(dead)).toMatch(/^not reached: Error ECONNREFUSED$/);
  expect(await found('redis://ramzyar:redis-secret@nowhere.invalid')).toMatch(
    /^not reached: Error (ENOTFOUND|EAI_AGAIN)$/,
  );
});

it('a Redis that refuses us says so in its own word, without ours', async () => {
  const redis = await refusing('WRONGPASS invalid pair ramzyar redis-secret');
  expect(await found(redis.url)).toBe('not reached: WRONGPASS');
  redis.close();
});
