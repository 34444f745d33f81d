import { expect, it } from 'vitest';
import { deadAddress } from '../support/vendors/stand-in.js';
import { line, onProductionHarnesses } from './production-harness.js';
import { type } from './shell.js';

onProductionHarnesses('the doctor', (harness) => {
  it('finds nothing wrong in a house that is in order', async () => {
    const { code, said } = await harness().diagnosis();
    expect(said).not.toMatch(/^fault/m);
    for (const about of [
      'settings',
      'database',
      'keys',
      'telegram',
      'bale',
      'sms kavenegar',
      'portal',
      'portal calls',
    ])
      expect(line(said, about)).toMatch(/^ok/);
    expect(code).toBe(0);
  });

  it('counts one fault as one', async () => {
    expect((await harness().diagnosis({ APP_KEYS: '' })).said).toMatch(/^1 fault, \d warnings$/m);
  });

  it('names the risk of a first mobile that is only typed', async () => {
    expect(line((await harness().diagnosis({ FIRST_MOBILE: 'typed' })).said, 'first mobile')).toMatch(
      /^warning/,
    );
  });

  it('says which settings are set for nothing, and which are misspelt, without their values', async () => {
    const odd = { SMSIR_API_KEY: 'idle-secret', KAVENEGAR_APIKEY: 'odd-secret', BRAND_NAME_FILE: '/x' };
    const { said } = await harness().diagnosis(odd);
    expect(said).toMatch(/^warning +settings +set and not read: SMSIR_API_KEY$/m);
    expect(said).toMatch(
      /^warning +settings +not known: BRAND_NAME_FILE, KAVENEGAR_APIKEY \(KAVENEGAR_API_KEY\?\)$/m,
    );
    expect(said).not.toMatch(/idle-secret|odd-secret/);
    expect((await harness().diagnosis({ APP_KEYS_FILE: '/run/secrets/app_keys' })).said).not.toContain(
      'not known',
    );
  });

  it('says that the usual name of a proxy leads nobody out, unless ours is set as well', async () => {
    const usual = { HTTPS_PROXY: 'http://bot:proxy-secret@proxy.example:3128' };
    const { said } = await harness().diagnosis(usual);
    expect(said).toMatch(/^warning +settings +HTTPS_PROXY is not read.*TELEGRAM_PROXY$/ms);
    expect(said).not.toContain('proxy-secret');
    const TELEGRAM_PROXY = await deadAddress();
    expect((await harness().diagnosis({ ...usual, TELEGRAM_PROXY })).said).not.toContain('HTTPS_PROXY');
  });

  it('names who is missing for what takes two persons', async () => {
    expect(line((await harness().diagnosis()).said, 'staff')).toMatch(/^warning +staff +nobody/);
    await harness().addStaff('owner', '4711');
    expect(line((await harness().diagnosis()).said, 'staff')).toContain('no second supervisor');
    await harness().addStaff('operator', '4712');
    expect(line((await harness().diagnosis()).said, 'staff')).toContain('no second supervisor');
    await harness().addStaff('supervisor', '4713');
    expect(line((await harness().diagnosis()).said, 'staff')).toMatch(/^ok/);
  });

  it('lists what is wrong with the settings and looks no further', async () => {
    const { code, said } = await type('doctor', {
      ...harness().settings,
      APP_KEYS: '',
      SMS_PROVIDERS: 'pigeon',
    });
    expect(said.match(/^fault/gm)).toHaveLength(2);
    expect(code).toBe(1);
  });

  it('says nothing secret', async () => {
    const otherwise = { TELEGRAM_BOT_TOKEN: '700001:not-the-token', PORTAL_API_SECRET: 'another' };
    const { said } = await harness().diagnosis(otherwise);
    const { APP_KEYS, BALE_BOT_TOKEN, KAVENEGAR_API_KEY, PORTAL_API_TOKEN } = harness().settings;
    for (const secret of [APP_KEYS, BALE_BOT_TOKEN, KAVENEGAR_API_KEY, PORTAL_API_TOKEN, 'not-the-token'])
      expect(said).not.toContain(secret);
  });
});
