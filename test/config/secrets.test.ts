import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gatherEnvironment } from '../../src/config/environment.js';
import { secretSettings } from '../../src/config/known-settings.js';
import { everySetting } from '../support/settings.js';

const secrets = [...secretSettings()];
const folder = mkdtempSync(join(tmpdir(), 'ramzyar-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a secret', () => {
  it.each(secrets)('may stand in a file of its own: %s', (name) => {
    const file = join(folder, name);
    writeFileSync(file, `what ${name} is\n`);
    const env = gatherEnvironment({ [`${name}_FILE`]: file });
    expect(env[name]).toBe(`what ${name} is`);
  });

  it('is whatever calls itself one, of each vendor as well', async () => {
    const called = [...(await everySetting()).keys()].filter((name) =>
      /_(KEYS?|TOKEN|SECRET|PASSWORD|PASSPHRASE|CREDENTIALS?)$/.test(name),
    );
    expect(called.length).toBeGreaterThan(10);
    expect(called.filter((name) => !secrets.includes(name))).toEqual([]);
  });

  it('is an address or a question that may hold a password as well', () => {
    const holding = ['DATABASE_URL', 'REDIS_URL', 'TELEGRAM_PROXY', 'OWNERSHIP_HEADER', 'OWNERSHIP_BODY'];
    expect(secrets).toEqual(expect.arrayContaining(holding));
  });
});
