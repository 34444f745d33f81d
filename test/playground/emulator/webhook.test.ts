import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../../playground/emulator/emulator.js';
import { caller, newcomer } from './caller.js';

interface Visit {
  secret: string | undefined;
  update: { update_id: number; message: { text: string; chat: { id: number } } };
  answer(status: number): void;
}

describe('updates that are brought to the bot', () => {
  let emulator: Emulator;
  let bot: ReturnType<typeof caller>;
  let harness: Server;
  let url: string;
  let visits: Visit[];
  let arrived: () => void;
  beforeEach(async () => {
    emulator = await startEmulator({ webhookDelays: [1, 2] });
    bot = caller(emulator, 'telegram');
    visits = [];
    arrived = () => undefined;
    harness = createServer((request, response) => {
      void readVisit(request, (status) => response.writeHead(status).end()).then((visit) => {
        visits.push(visit);
        arrived();
      });
    });
    harness.listen(0, '127.0.0.1');
    await once(harness, 'listening');
    url = `http://127.0.0.1:${(harness.address() as AddressInfo).port}/hook`;
  });
  afterEach(async () => {
    await emulator.stop();
    harness.closeAllConnections();
    harness.close();
  });

  const nthVisit = async (count: number): Promise<Visit> => {
    while (visits.length < count) await new Promise<void>((resolve) => (arrived = resolve));
    const visit = visits[count - 1];
    if (!visit) throw new Error('nobody came');
    return visit;
  };

  it('carry the secret that the bot chose', async () => {
    await bot.call('setWebhook', { url, secret_token: 'a-secret' });
    newcomer(emulator).say('سلام');
    const visit = await nthVisit(1);
    expect(visit.secret).toBe('a-secret');
    expect(visit.update.message.text).toBe('سلام');
  });

  it('are brought again until the bot takes them, and the trouble can be read', async () => {
    await bot.call('setWebhook', { url });
    newcomer(emulator).say('سلام');
    (await nthVisit(1)).answer(503);
    (await nthVisit(2)).answer(500);
    const third = await nthVisit(3);
    expect(new Set(visits.map(({ update }) => update.update_id)).size).toBe(1);
    expect((await bot.call('getWebhookInfo')).result).toMatchObject({
      url,
      pending_update_count: 1,
      last_error_message: expect.stringContaining('500') as string,
    });
    third.answer(200);
    await emulator.settled(20);
    expect(emulator.pending('telegram')).toBe(0);
  });

  it('come one at a time in one chat, while other chats do not wait', async () => {
    await bot.call('setWebhook', { url });
    newcomer(emulator).say('یک');
    newcomer(emulator).say('دو');
    newcomer(emulator, 'telegram', 'behrouz').say('سه');
    const first = await nthVisit(1);
    await nthVisit(2);
    expect(visits.map(({ update }) => update.message.text)).toEqual(['یک', 'سه']);
    first.answer(200);
    expect((await nthVisit(3)).update.message.text).toBe('دو');
  });

  it('begin with those that had been waiting', async () => {
    newcomer(emulator).say('زودتر');
    await bot.call('setWebhook', { url });
    expect((await nthVisit(1)).update.message.text).toBe('زودتر');
  });

  it('cannot be asked for as well', async () => {
    await bot.call('setWebhook', { url });
    expect(await bot.refusal('getUpdates')).toMatch(
      /^409 Conflict: can't use getUpdates method while webhook/,
    );
    await bot.call('deleteWebhook');
    expect(await bot.updates()).toEqual([]);
    expect((await bot.call('getWebhookInfo')).result).toMatchObject({ url: '' });
  });

  it('are dropped where the bot says so, and only then', async () => {
    newcomer(emulator).say('سلام');
    await bot.call('deleteWebhook');
    expect(emulator.pending('telegram')).toBe(1);
    await bot.call('deleteWebhook', { drop_pending_updates: true });
    expect(emulator.pending('telegram')).toBe(0);
  });

  it('go to secure addresses only, save on this machine', async () => {
    expect(await bot.refusal('setWebhook', { url: 'http://bot.example/hook' })).toMatch(/^400 .*HTTPS/);
    expect(await bot.refusal('setWebhook', { url, secret_token: 'دو' })).toMatch(/^400 .*secret/);
  });

  it('carry no secret on Bale, which knows none', async () => {
    await caller(emulator, 'bale').call('setWebhook', { url, secret_token: 'a-secret' });
    newcomer(emulator, 'bale').say('سلام');
    expect((await nthVisit(1)).secret).toBeUndefined();
    expect(emulator.calls().at(-1)?.unknownFields).toEqual(['secret_token']);
  });
});

async function readVisit(request: IncomingMessage, answer: Visit['answer']): Promise<Visit> {
  const secret = request.headers['x-telegram-bot-api-secret-token'];
  const update = JSON.parse(await text(request)) as Visit['update'];
  return { secret: typeof secret === 'string' ? secret : undefined, update, answer };
}
