import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { makeApp, type App } from '../../src/app/app.js';
import { readConfig } from '../../src/config/config.js';
import { systemRandom } from '../../src/random.js';
import { databases } from '../support/databases.js';
import { handClock, minute } from '../support/hand-clock.js';

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('the log of an outage', () => {
    let database: Awaited<ReturnType<typeof createEmpty>>;
    let emulator: Emulator;
    let app: App;
    const clock = handClock();
    const lines: string[] = [];
    /** What is said loudly of one thing within one minute: this many times. */
    const loud = new Map<string, number>();
    const say = (_fields: object, message: string) => void lines.push(message);
    const shout = (fields: object, message: string) => {
      const line = JSON.stringify([clock.now(), message, { ...fields, fault: null }]);
      loud.set(line, (loud.get(line) ?? 0) + 1);
      say(fields, message);
    };
    beforeAll(async () => {
      database = await createEmpty();
      emulator = await startEmulator({});
      const config = readConfig({
        TELEGRAM_BOT_TOKEN: emulator.token('telegram'),
        TELEGRAM_API_ROOT: emulator.root('telegram'),
        DATABASE_URL: database.url,
        APP_KEYS: Buffer.alloc(32, 'a key').toString('base64'),
        SMS_PROVIDERS: 'file',
        HTTP_PORT: '0',
      });
      app = await makeApp(config, {
        ...{ clock, random: systemRandom, log: { debug: say, info: say, warn: shout, error: shout } },
      });
      await app.start();
    });
    afterAll(async () => {
      await app.stop();
      await emulator.stop();
      await database.drop();
    });

    const said = (line: string): number => lines.filter((one) => one === line).length;
    const reaches = (line: string, times: number) =>
      vi.waitFor(() => expect(said(line), line).toBe(times), { timeout: 30_000, interval: 50 });

    it('says once that the database is gone, again after a minute, and once that it is back', async () => {
      const queues = ['inbox', 'outbox'];
      await app.dataSource.destroy();
      for (const id of [5, 6, 7])
        emulator.account({ messenger: 'telegram', id, firstName: 'x' }).say('/start');
      await reaches('updates cannot be stored and stay unconfirmed', 1);
      for (const queue of queues) await reaches(`${queue} out of reach`, 1);
      clock.pass(minute);
      for (const queue of queues) await reaches(`${queue} out of reach`, 2);
      expect(lines.filter((line) => line.endsWith('is reached again'))).toEqual([]);
      await app.dataSource.initialize();
      for (const queue of queues) await reaches(`${queue} is reached again`, 1);
      await reaches('updates are stored again', 1);
      const oftener = [...loud].filter(([, times]) => times > 1);
      expect(oftener).toEqual([]);
    });
  });
});
