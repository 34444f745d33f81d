import { chmodSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deadAddress } from '../support/vendors/stand-in.js';
import { line, onProductionHarnesses } from './production-harness.js';
import { type } from './shell.js';

onProductionHarnesses('the doctor, on the database', (harness, { name }) => {
  it('says what to do about a schema that is older, before anything is looked for in it', async () => {
    expect(line((await type('doctor', harness().settings)).said, 'database')).toMatch(/^warning/);
  });

  it('says what the database runs on', async () => {
    const shown = { SQLite: /SQLite 3\.\d+/, MariaDB: /MariaDB.*, utf8mb4, time zone \w+/i };
    expect(line((await harness().diagnosis()).said, 'database server')).toMatch(shown[name]);
  });

  const itOn = (database: typeof name, ...test: [string, () => Promise<void>]): void => {
    if (name === database) it(...test);
  };

  itOn('MariaDB', 'warns of a clock some seconds away, and finds a fault beyond a minute', async () => {
    await type('migrate', harness().settings);
    const by = async (ms: number) =>
      line(
        (await type('doctor', harness().settings, { now: () => new Date(Date.now() + ms) })).said,
        'clock',
      );
    expect(await by(0)).toMatch(/^ok +clock +agrees with the database/);
    expect(await by(30_000)).toMatch(/^warning +clock +(29|3\d) s away from the database/);
    expect(await by(-6 * 3_600_000)).toMatch(/^fault +clock +2(159\d|160\d) s away from the database/);
  });

  itOn('SQLite', 'names files that everybody can read, and the next start takes them back', async () => {
    const file = harness().settings['DATABASE_URL']!.replace('sqlite:', '');
    expect((await harness().diagnosis()).said).not.toContain('database files');
    chmodSync(file, 0o640);
    const { said } = await type('doctor', harness().settings);
    expect(line(said, 'database files')).toMatch(/^warning.*not their owner’s alone: test\.db \(0640\)/);
    expect((await harness().diagnosis()).said).not.toContain('database files');
  });
});

it('finds a database that is not there', async () => {
  const address = new URL(await deadAddress());
  const { code, said } = await type('doctor', {
    TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
    TELEGRAM_API_ROOT: await deadAddress(),
    APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
    SMS_PROVIDERS: 'file',
    DATABASE_URL: `mysql://ramzyar:database-secret@127.0.0.1:${address.port}/ramzyar`,
  });
  expect(said).toMatch(/^fault +database +not reached: .*ECONNREFUSED/m);
  expect(said).not.toContain('database-secret');
  expect(code).toBe(1);
});
