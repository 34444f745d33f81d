import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { person } from '../../playground/cast.js';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { makeApp, type App } from '../../src/app/app.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { databases } from '../support/databases.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { untilPasses } from '../support/eventually.js';

const key = Buffer.alloc(32, 'one key for all, of thirty-two bytes').toString('base64');
const secret = 'a-secret-of-the-webhook-tests';
const messengers = platformNames;

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('updates brought by webhook', () => {
    let database: Awaited<ReturnType<typeof createEmpty>>;
    let emulator: Emulator;
    let app: App;
    let url: string;
    beforeEach(async () => {
      database = await createEmpty();
      emulator = await startEmulator({ webhookDelays: [50] });
      url = await deadAddress();
      const bots = messengers.flatMap((name) => [
        [`${name.toUpperCase()}_BOT_TOKEN`, emulator.token(name)],
        [`${name.toUpperCase()}_API_ROOT`, emulator.root(name)],
      ]);
      const config = readConfig({
        ...(Object.fromEntries(bots) as Record<string, string>),
        DATABASE_URL: database.url,
        APP_KEYS: key,
        SMS_PROVIDERS: 'file',
        HTTP_PORT: '0',
        UPDATES: 'webhook',
        WEBHOOK_URL: url,
        WEBHOOK_SECRET: secret,
        PORT: new URL(url).port,
      });
      app = await makeApp(config, { clock: systemClock, random: systemRandom, log: silence });
      await app.start();
      await untilPasses(() => messengers.forEach((name) => hook(name)));
    });
    afterEach(async () => {
      if (!app.dataSource.isInitialized) await app.dataSource.initialize();
      await app.stop();
      await emulator.stop();
      await database.drop();
    });

    const sara = (messenger: PlatformName) =>
      emulator.account({ messenger, id: person('sara').accounts[messenger] ?? 0, firstName: 'x' });
    /** What this messenger was asked to call. */
    const hook = (messenger: PlatformName) => {
      const asked = emulator
        .calls()
        .findLast((call) => call.messenger === messenger && call.method === 'setWebhook');
      if (!asked) throw new Error('no webhook was set');
      return asked.payload as { url: string; secret_token?: string };
    };
    const update = (id: number) => ({
      update_id: id,
      message: {
        message_id: id,
        date: 0,
        chat: { id: 4711, type: 'private', first_name: 'x' },
        from: { id: 4711, is_bot: false, first_name: 'x' },
        text: '/start',
      },
    });
    const bring = async (
      messenger: PlatformName,
      body: unknown,
      otherwise: { url?: string; token?: string } = {},
    ) => {
      const given = otherwise.token ?? hook(messenger).secret_token;
      const answer = await fetch(otherwise.url ?? hook(messenger).url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(given ? { 'x-telegram-bot-api-secret-token': given } : {}),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return answer.status;
    };
    const stored = () => app.inTransaction((tx) => tx.count(InboxEntry));

    it.each(messengers)('are answered on %s', async (messenger) => {
      sara(messenger).say('/start');
      expect((await sara(messenger).nextMessage()).text).not.toBe('');
      expect(emulator.calls().filter(({ method }) => method === 'getUpdates')).toEqual([]);
    });

    it.each(messengers)('are known from %s by a secret that nobody else was told', async (messenger) => {
      const other = messenger === 'telegram' ? 'bale' : 'telegram';
      expect(JSON.stringify(hook(messenger))).not.toContain(secret);
      const foreign = hook(other).secret_token ?? hook(other).url.split('/').at(-1) ?? '';
      const door = `${url}/${messenger}`;
      const tries = [
        { url: door, token: '' },
        { url: door, token: foreign },
        { url: `${door}/${foreign}`, token: '' },
        { url: `${door}/${secret}`, token: secret },
      ];
      for (const one of tries) expect(await bring(messenger, update(1), one)).toBe(401);
      expect(await stored()).toBe(0);
      expect(await bring(messenger, update(1))).toBe(200);
    });

    it('are said to be here only when they are stored, and once however often they are brought', async () => {
      for (const [before, messenger] of messengers.entries()) {
        expect(await bring(messenger, update(7))).toBe(200);
        expect(await stored()).toBe(before + 1);
        expect(await Promise.all([bring(messenger, update(7)), bring(messenger, update(7))])).toEqual([
          200, 200,
        ]);
      }
      expect(await stored()).toBe(messengers.length);
    });

    it('are refused when they are none', async () => {
      expect(await bring('telegram', '{"update_id":')).toBe(400);
      expect(await bring('telegram', 'null')).toBe(400);
      expect(await bring('telegram', { message: {} })).toBe(400);
      expect(await bring('telegram', 'x'.repeat(1_000_001))).toBe(413);
      expect(await bring('telegram', update(1), { url: `${url}/else` })).toBe(404);
      expect(await stored()).toBe(0);
    });

    it('hold up nobody when there is no chat in them', async () => {
      expect(await bring('telegram', { update_id: 3, message: { text: 'x' } })).toBe(200);
      expect(await bring('telegram', { update_id: 4, poll: {} })).toBe(200);
      expect(await stored()).toBe(0);
    });

    it('are asked for again while nothing can be stored, and the person is told so once', async () => {
      await app.dataSource.destroy();
      sara('telegram').say('/start');
      const outageNotice = await sara('telegram').nextMessage();
      expect(await bring('telegram', update(9))).toBe(503);
      await app.dataSource.initialize();
      const greeting = await sara('telegram').nextMessage();
      expect(greeting.text).not.toBe(outageNotice.text);
      expect(emulator.pending('telegram')).toBe(0);
    });
  });
});
