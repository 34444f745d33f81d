import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.js';
import { faultsOf, least } from './complete-settings.js';

const vendors = {
  SMSIR_API_KEY: 'smsir-secret',
  SMSIR_TEMPLATE_ID: '100001',
  SMSIR_NOTICE_TEMPLATE_ID: '100002',
  MELIPAYAMAK_USERNAME: 'insurer',
  MELIPAYAMAK_PASSWORD: 'melipayamak-secret',
  MELIPAYAMAK_TEMPLATE_ID: '200001',
  MELIPAYAMAK_NOTICE_TEMPLATE_ID: '200002',
  KANNEL_URL: 'http://10.0.0.5:13013/',
  KANNEL_USERNAME: 'ramzyar',
  KANNEL_PASSWORD: 'kannel-secret',
  KANNEL_FROM: '30001234',
};

describe('SMS vendors', () => {
  it('are tried in the order in which they are named, each with what is its own', () => {
    const { sms } = readConfig({
      ...least,
      ...vendors,
      SMSIR_PRICE_RIALS: '1450',
      SMS_PROVIDERS: 'smsir, kannel,melipayamak',
    });
    expect(sms).toEqual([
      {
        ...{ name: 'smsir', apiKey: 'smsir-secret', url: 'https://api.sms.ir' },
        ...{ templateId: 100_001, noticeTemplateId: 100_002, priceRials: 1_450 },
      },
      {
        ...{ name: 'kannel', url: 'http://10.0.0.5:13013', from: '30001234' },
        ...{ username: 'ramzyar', password: 'kannel-secret', deliveryUrl: null, deliverySecret: null },
        priceRials: null,
      },
      {
        ...{ name: 'melipayamak', username: 'insurer', password: 'melipayamak-secret' },
        ...{ templateId: 200_001, noticeTemplateId: 200_002, url: 'https://rest.payamak-panel.com' },
        priceRials: null,
      },
    ]);
  });

  it('say each what is missing, and a number that is none', () => {
    const named = (SMS_PROVIDERS: string, env: Record<string, string> = {}) =>
      faultsOf({ ...least, ...env, SMS_PROVIDERS }).map((fault) => fault.split(' ')[0]);
    expect(named('smsir')).toEqual(['SMSIR_API_KEY', 'SMSIR_TEMPLATE_ID', 'SMSIR_NOTICE_TEMPLATE_ID']);
    expect(named('melipayamak')).toHaveLength(4);
    expect(named('kannel')).toHaveLength(4);
    expect(named('smsir', { ...vendors, SMSIR_TEMPLATE_ID: 'code' })).toEqual(['SMSIR_TEMPLATE_ID']);
    expect(named('smsir', { ...vendors, SMSIR_PRICE_RIALS: 'dear' })).toEqual(['SMSIR_PRICE_RIALS']);
    expect(named('file,file')).toEqual(['SMS_PROVIDERS']);
  });

  it('say how the file of development is called now, wherever it is called as before', () => {
    const before = { ...least, SMS_PROVIDERS: 'kannel, outbox', SMS_OUTBOX_FILE: './sms.jsonl' };
    expect(faultsOf(before)).toEqual([
      'SMS_PROVIDERS names outbox, which is called file now: write file in its place',
      'SMS_OUTBOX_FILE is called SMS_FILE now: write SMS_FILE in its place',
    ]);
    expect(faultsOf({ ...before, SMS_PROVIDERS: 'file' })).toHaveLength(1);
    expect(readConfig({ ...least, SMS_PROVIDERS: 'file', SMS_FILE: './sms.jsonl' }).sms).toEqual([
      { name: 'file', file: './sms.jsonl', priceRials: null },
    ]);
  });

  it('bring delivery reports to an address that nobody guesses', () => {
    const delivered = {
      ...least,
      ...vendors,
      SMS_PROVIDERS: 'kannel',
      KANNEL_DELIVERY_URL: 'http://ramzyar:9090/',
    };
    const KANNEL_DELIVERY_SECRET = 'seventeen-letters';
    expect(readConfig({ ...delivered, KANNEL_DELIVERY_SECRET }).sms).toMatchObject([
      { deliveryUrl: 'http://ramzyar:9090/kannel/seventeen-letters' },
    ]);
    expect(faultsOf(delivered)).toEqual([expect.stringContaining('KANNEL_DELIVERY_SECRET is missing')]);
    expect(faultsOf({ ...delivered, KANNEL_DELIVERY_SECRET: 'too short' })).toHaveLength(1);
  });

  it('take no sign in the word of whom to call that their templates refuse', () => {
    const faults = (SUPPORT_CONTACT: string, SMS_PROVIDERS: string) =>
      faultsOf({
        ...{ ...least, ...vendors, SUPPORT_CONTACT, SMS_PROVIDERS, KAVENEGAR_API_KEY: 'key-of-tests' },
        ...{ KAVENEGAR_TEMPLATE: 'code', KAVENEGAR_NOTICE_TEMPLATE: 'notice' },
      });
    expect(faults('support_desk', 'kavenegar')).toEqual([
      'SUPPORT_CONTACT must have no underscore or separator: kavenegar takes none in a value, and sends no notice',
    ]);
    expect(faults('support_desk', 'kannel')).toEqual([]);
    expect(faults('021 0000 1000', 'kavenegar')).toEqual([]);
  });

  it('take no longer word of whom to call than they can carry', () => {
    const SUPPORT_CONTACT = '021-00001000 (8 to 20, all week)';
    const env = { ...least, ...vendors, SUPPORT_CONTACT };
    expect(faultsOf({ ...env, SMS_PROVIDERS: 'kannel,smsir' })).toEqual([
      expect.stringContaining('SUPPORT_CONTACT must have 25'),
    ]);
    expect(faultsOf({ ...env, SMS_PROVIDERS: 'kannel' })).toEqual([]);
  });
});
