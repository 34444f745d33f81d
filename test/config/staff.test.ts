import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { least } from './complete-settings.js';

const admins = (ADMINS: string) => readConfig({ ...least, ADMINS }).admins;

describe('the first owners', () => {
  it('are nobody where nobody is named', () => {
    expect(readConfig(least).admins).toEqual([]);
  });

  it('are persons, each by one account or by several', () => {
    expect(admins('telegram:1, bale:2 , telegram:3+bale:4')).toEqual([
      [{ platform: 'telegram', account: '1' }],
      [{ platform: 'bale', account: '2' }],
      [
        { platform: 'telegram', account: '3' },
        { platform: 'bale', account: '4' },
      ],
    ]);
  });

  it.each(['12', 'telegram:', 'telegram:x', 'pigeon:12', 'telegram:1+', '@owner'])(
    'are not %s, and the fault says how they are named',
    (text) => {
      expect(() => admins(text)).toThrow(/ADMINS must name accounts as telegram:123 or bale:123/);
    },
  );
});
