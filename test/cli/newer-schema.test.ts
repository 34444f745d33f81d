import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApp } from '../../src/app/app.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { databases } from '../support/databases.js';
import { line } from './production-harness.js';
import { type } from './shell.js';

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('on a database that a newer program has been at work on, an older one', () => {
    let database: Awaited<ReturnType<typeof createEmpty>>;
    const settings = () => ({
      ...{ TELEGRAM_BOT_TOKEN: '700001:telegram-secret', SMS_PROVIDERS: 'file' },
      ...{ APP_KEYS: Buffer.alloc(32, 'a key of no secret').toString('base64'), DATABASE_URL: database.url },
    });
    const edges = { clock: systemClock, random: systemRandom, log: silence };
    const ask = async <Row>(sql: string): Promise<Row[]> => {
      const dataSource = makeDataSource(parseDatabaseUrl(database.url)!);
      await dataSource.initialize();
      return dataSource.query<Row[]>(sql).finally(() => dataSource.destroy());
    };
    beforeAll(async () => {
      database = await createEmpty();
      await (await makeApp(readConfig(settings()), edges)).stop();
      await ask("INSERT INTO migrations (timestamp, name) VALUES (1899000000000, 'Tomorrow1899000000000')");
    });
    afterAll(() => database.drop());

    const whatToDo = /newer than this program.*start the newer program again, or restore the backup/;

    it('does not start, and says what to do', async () => {
      await expect(makeApp(readConfig(settings()), edges)).rejects.toThrow(whatToDo);
    });

    it.each([
      'migrate',
      'restored',
      'keys rotate',
      'admin list',
      'admin add bale:5 مریم --role owner',
      'members apply ABCD-2345',
    ])('does nothing for “ramzyar %s”, and says what to do', async (words) => {
      const { code, said } = await type(words, settings());
      expect(said).toMatch(whatToDo);
      expect(code).toBe(1);
      expect(await ask('SELECT * FROM staff_people')).toEqual([]);
    });

    it('has a doctor who says so, and what to do', async () => {
      const { said } = await type('doctor', settings());
      expect(line(said, 'database')).toMatch(
        /^fault +database +reached; its schema is newer than this program/,
      );
      expect(said).toMatch(/-> start the newer program again, or restore/);
    });
  });
});
