import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { makeApp } from '../../src/app/app.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { lockFile } from '../../src/db/lock-file.js';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { makeLockKeeper } from '../../src/db/lock-keeper.js';
import { makeLeader } from '../../src/intake/leader.js';
import { silence } from '../../src/log.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { databases } from '../support/databases.js';
import { checkTrail } from '../support/trail-check.js';
import { type } from './shell.js';

const makeKey = (): string => systemRandom.bytes(32).toString('base64');
const [oldKey, newKey] = [makeKey(), makeKey()];
const { insuredCode, nationalId } = person('sara');

describe.each(databases)('$name', ({ missing, createEmpty }) => {
  describe.skipIf(missing)('a rotation of keys', () => {
    let database: Awaited<ReturnType<typeof createEmpty>>;
    beforeEach(async () => {
      database = await createEmpty();
    });
    afterEach(() => database.drop());

    const env = (APP_KEYS = '') => ({
      ...{ TELEGRAM_BOT_TOKEN: '700001:telegram-secret', SMS_PROVIDERS: 'file', APP_KEYS },
      DATABASE_URL: database.url,
    });
    const withApp = async <T>(
      keys: string,
      work: (app: Awaited<ReturnType<typeof makeApp>>) => Promise<T>,
    ) => {
      const edges = { clock: systemClock, random: systemRandom, log: silence };
      const app = await makeApp(readConfig(env(keys)), edges);
      return work(app).finally(() => app.stop());
    };
    const lived = () =>
      withApp(oldKey, async (app) => {
        await app.inTransaction(async (tx) => {
          const { members, audit } = app.services(tx);
          await members.put({ insuredCode, nationalId, cover: null, mobile: null });
          await audit.write({ reason: 'no-match', actor: 'system', memberId: null });
        });
        await app.inTransaction((tx) => app.services(tx).auditChain.extend());
      });

    it('lets the old key go: members are found and the trail is sound without it', async () => {
      await lived();
      const { code, said } = await type('keys rotate', env(`${newKey},${oldKey}`));
      expect(said).toContain('older keys may leave APP_KEYS');
      expect(code).toBe(0);
      await withApp(newKey, async (app) => {
        const found = await app.inTransaction((tx) => app.services(tx).members.byNationalId(nationalId));
        expect(found).toHaveLength(1);
        const keyring = makeKeyring({ keys: [Buffer.from(newKey, 'base64')], random: systemRandom });
        const trail = await checkTrail(app.inTransaction, keyring);
        expect(trail).toMatchObject({ sound: 1, broken: null });
      });
    });

    it('is not begun without the old key', async () => {
      await lived();
      const { code, said } = await type('keys rotate', env(newKey));
      expect(code).toBe(1);
      expect(said).toContain('APP_KEYS');
    });

    it('is not finished, and says so, while the bot is at work', async () => {
      await lived();
      const stop = await atWork(parseDatabaseUrl(database.url));
      const { code, said } = await type('keys rotate', env(`${newKey},${oldKey}`));
      expect(code).toBe(1);
      expect(said).toMatch(/stop all processes|another process/);
      await stop();
      expect(await type('keys rotate', env(`${newKey},${oldKey}`))).toMatchObject({ code: 0 });
    });
  });
});

/** What a process at work holds in its hands; returns how to end it. */
async function atWork(settings: DatabaseSettings | null): Promise<() => Promise<void>> {
  if (settings?.kind === 'sqlite') {
    const letGo = lockFile(settings.file);
    return async () => letGo();
  }
  if (!settings) throw new Error('no database');
  const leader = makeLeader(makeLockKeeper(settings), silence);
  await new Promise((leads) => leader.start(leads));
  return () => leader.stop();
}
