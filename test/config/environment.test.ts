import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatherEnvironment } from '../../src/config/environment.js';
import { key } from './complete-settings.js';

describe('the environment', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ramzyar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it('goes before what .env says', () => {
    const dotEnv = file('.env', 'BRAND_NAME=written\nLOG_LEVEL=debug\n');
    expect(gatherEnvironment({ BRAND_NAME: 'set' }, dotEnv)).toMatchObject({
      BRAND_NAME: 'set',
      LOG_LEVEL: 'debug',
    });
  });

  it('may keep a secret in a file', () => {
    const env = gatherEnvironment({ APP_KEYS_FILE: file('keys', `${key}\n`) });
    expect(env['APP_KEYS']).toBe(key);
  });

  it('says which file cannot be read', () => {
    const gather = () => gatherEnvironment({ APP_KEYS_FILE: join(folder, 'none') });
    expect(gather).toThrow(/APP_KEYS_FILE/);
  });
});
