import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { makeApp, type App } from '../../src/app/app.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { databases } from '../support/databases.js';
import { cutCable, type Outage } from '../support/outages.js';
import { checkMetrics } from '../support/promtool.js';
import { promtoolPath } from '../support/services.js';

describe.each(databases)('$name', ({ name, missing, createEmpty }) => {
  describe.skipIf(missing)('/metrics of a running product', () => {
    let database: Awaited<ReturnType<typeof createEmpty>>;
    let emulator: Emulator;
    let cable: Outage | null = null;
    let app: App;
    beforeAll(async () => {
      database = await createEmpty();
      emulator = await startEmulator({});
      cable = name === 'MariaDB' ? await cutCable(database.url) : null;
      const config = readConfig({
        TELEGRAM_BOT_TOKEN: emulator.token('telegram'),
        TELEGRAM_API_ROOT: emulator.root('telegram'),
        DATABASE_URL: cable?.url ?? database.url,
        APP_KEYS: Buffer.alloc(32, 'a key').toString('base64'),
        SMS_PROVIDERS: 'file',
        HTTP_PORT: '0',
      });
      app = await makeApp(config, { clock: systemClock, random: systemRandom, log: silence });
      await app.start();
    });
    afterAll(async () => {
      cable?.end(process.pid);
      await app.stop();
      cable?.close();
      await emulator.stop();
      await database.drop();
    });

    const page = async (): Promise<string> => {
      const answer = await fetch(`http://127.0.0.1:${app.httpPort()}/metrics`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
      return answer.text();
    };
    const takeDatabaseAway = async (): Promise<void> =>
      cable ? cable.begin(process.pid) : app.dataSource.destroy();
    const bringDatabaseBack = async (): Promise<void> => {
      if (cable) cable.end(process.pid);
      else await app.dataSource.initialize();
    };
    /** Name and labels of each line. */
    const series = (text: string): string[] =>
      text
        .split('\n')
        .flatMap((line) => (line === '' || line.startsWith('#') ? [] : [line.replace(/ \S+$/, '')]));

    it('begins every series at zero', async () => {
      const text = await page();
      for (const begun of [
        'updates_total{result="parked"}',
        'errands_total{kind="sms-code",result="failed"}',
        'errands_total{kind="portal-reset",result="doubt"}',
        'messenger_calls_total{platform="telegram",method="sendMessage",result="429"}',
        'messenger_call_seconds_count{platform="telegram",method="sendMessage"}',
        'owner_answers_total{owner="unknown"}',
        'recoveries_total{outcome="done"}',
        'recoveries_total{outcome="with-staff"}',
        'recovery_seconds_bucket{le="30"}',
        'recovery_seconds_count',
        'shared_oldest_waiting_seconds{queue="inbox"}',
        'shared_oldest_waiting_seconds{queue="outbox"}',
        'sms_deliveries_total{provider="file",delivery="undelivered"}',
        'sms_provider_resting{provider="file"}',
        'messenger_resting{platform="telegram"}',
        'flood_limit_alone',
      ])
        expect(text).toContain(`\nramzyar_${begun} 0\n`);
    });

    it('answers with the same counters while the database is away, and says that it is', async () => {
      const before = await page();
      expect(before).toContain('\nramzyar_database_up 1\n');
      await takeDatabaseAway();
      const during = await page();
      expect(during).toContain('\nramzyar_database_up 0\n');
      const shared = (name: string): boolean => name.startsWith('ramzyar_shared_');
      expect(series(before).some(shared)).toBe(true);
      const left = new Set(series(during));
      expect(series(before).filter((name) => !shared(name) && !left.has(name))).toEqual([]);
      await bringDatabaseBack();
      expect(await page()).toContain('\nramzyar_database_up 1\n');
    });

    it.skipIf(!promtoolPath())('is found right by promtool, with the database and without it', async () => {
      expect(checkMetrics(await page())).toBe('');
      await takeDatabaseAway();
      expect(checkMetrics(await page())).toBe('');
      await bringDatabaseBack();
    });
  });
});

describe.skipIf(!promtoolPath())('promtool', () => {
  it('would say what is wrong', () => {
    expect(checkMetrics('# TYPE calls counter\ncalls 1\n')).toContain('calls');
    expect(checkMetrics('no page\n')).not.toBe('');
  });
});
