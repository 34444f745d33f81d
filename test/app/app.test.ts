import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IsNull } from 'typeorm';
import { AuditEntry } from '../../entities/audit-entry.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { person } from '../../playground/cast.js';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { makeApp, type App } from '../../src/app/app.js';
import { readConfig } from '../../src/config/config.js';
import { systemClock } from '../../src/clock.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { databases } from '../support/databases.js';
import { read } from '../support/documents.js';
import { untilPasses } from '../support/eventually.js';

const key = Buffer.alloc(32, 'one key for all, of thirty-two bytes').toString('base64');
const otherKey = Buffer.alloc(32, 'another key of thirty-two bytes, new').toString('base64');

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('the product', () => {
    let database: Awaited<ReturnType<typeof createEmpty>>;
    let emulator: Emulator;
    const apps: App[] = [];
    beforeEach(async () => {
      database = await createEmpty();
      emulator = await startEmulator({});
    });
    afterEach(async () => {
      for (const app of apps.splice(0)) await app.stop();
      await emulator.stop();
      await database.drop();
    });

    const make = async (settings: Record<string, string> = {}, log = silence): Promise<App> => {
      const config = readConfig({
        TELEGRAM_BOT_TOKEN: emulator.token('telegram'),
        TELEGRAM_API_ROOT: emulator.root('telegram'),
        DATABASE_URL: database.url,
        APP_KEYS: key,
        SMS_PROVIDERS: 'file',
        HTTP_PORT: '0',
        ...settings,
      });
      const app = await makeApp(config, { clock: systemClock, random: systemRandom, log });
      apps.push(app);
      return app;
    };
    const page = async (app: App, path: string) => {
      const answer = await fetch(`http://127.0.0.1:${app.httpPort()}${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    const sara = () =>
      emulator.account({ messenger: 'telegram', id: person('sara').accounts.telegram ?? 0, firstName: 'x' });

    it('answers who writes to it', async () => {
      const app = await make();
      await app.start();
      sara().say('/start');
      expect((await sara().nextMessage()).text).not.toBe('');
    });

    it('goes on where it stopped', async () => {
      const app = await make();
      await app.start();
      sara().say('/reset');
      await sara().nextMessage();
      await sara().settled();
      await apps.pop()?.stop();
      sara().say(person('sara').insuredCode);
      const next = await make();
      await next.start();
      await untilPasses(async () => {
        const handled = await next.inTransaction((tx) => tx.countBy(InboxEntry, { state: 'done' }));
        expect(handled).toBe(2);
      });
    });

    it('leaves no line of the trail unsealed when it stops', async () => {
      const app = await make();
      await app.start();
      await app.inTransaction((tx) => app.services(tx).audit.write({ reason: 'code-sent', actor: 'system' }));
      await apps.pop()?.stop();
      const next = await make();
      expect(await next.inTransaction((tx) => tx.countBy(AuditEntry, { sequence: IsNull() }))).toBe(0);
      expect(await next.inTransaction((tx) => tx.count(AuditEntry))).toBeGreaterThan(0);
    });

    it('does not start with a token that the messenger refuses', async () => {
      const app = await make({ TELEGRAM_BOT_TOKEN: '700001:not-the-token' });
      await expect(app.start()).rejects.toThrow(/telegram refuses/);
    });

    it('gives up, and says why, when its token is refused while it runs', async () => {
      const app = await make();
      await app.start();
      emulator.faults.revokeToken('telegram');
      sara().say('/start');
      expect((await app.fatalError).message).toMatch(/telegram refuses/);
    });

    it('does not start without the key to what is stored, and starts with old and new', async () => {
      const app = await make();
      const { insuredCode, nationalId } = person('sara');
      await app.inTransaction((tx) =>
        app.services(tx).members.put({ insuredCode, nationalId, cover: null, mobile: null }),
      );
      await apps.pop()?.stop();
      await expect(make({ APP_KEYS: otherKey })).rejects.toThrow(/APP_KEYS/);
      await expect(make({ APP_KEYS: `${otherKey},${key}` })).resolves.toBeDefined();
    });

    it('says which version it is, what it is called and where it runs, before all else in the log and always in the metrics', async () => {
      const lines: object[] = [];
      const say = (fields: object, message: string) => void lines.push({ ...fields, message });
      const app = await make({ REPLICA_NAME: 'bot-1' }, { debug: say, info: say, warn: say, error: say });
      await app.start();
      const { version } = JSON.parse(read('package.json')) as { version: string };
      expect(lines[0]).toEqual({
        ...{ version, replica: 'bot-1', host: hostname(), pid: process.pid },
        message: 'starting',
      });
      const { text } = await page(app, '/metrics');
      expect(text).toContain(`\nramzyar_build_info{version="${version}",replica="bot-1"} 1\n`);
    });

    it('says that it is ready, counts without naming anybody, and says when it is not', async () => {
      const app = await make();
      await app.start();
      sara().say('/start');
      await sara().nextMessage();
      await sara().settled();
      expect((await page(app, '/healthz')).status).toBe(200);
      expect(JSON.parse((await page(app, '/readyz')).text)).toEqual({ status: 'ok', reasons: [] });
      const { text } = await page(app, '/metrics');
      expect(text).toContain('ramzyar_updates_total{result="handled"} 1');
      const call = 'platform="telegram",method="sendMessage"';
      expect(text).toContain(`ramzyar_messenger_calls_total{${call},result="ok"} 1`);
      expect(text).toContain(`ramzyar_messenger_call_seconds_count{${call}} 1`);
      expect(labelsOf(text)).not.toContain(String(person('sara').accounts.telegram));
      await app.dataSource.destroy();
      expect((await page(app, '/readyz')).status).toBe(503);
      await app.dataSource.initialize();
    });
  });
});

/** All that stands in quotes: the numbers beside it are of the machine. */
const labelsOf = (metrics: string): string => (metrics.match(/"[^"]*"/g) ?? []).join('\n');
