import { afterEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { localesFolder } from '../../src/app/locales.js';
import { openSms } from '../../src/app/vendors.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { loadWords } from '../../src/words/load-words.js';
import { kavenegarKey, kavenegarStandIn } from '../support/vendors/kavenegar.js';
import { melipayamakAccount, melipayamakStandIn } from '../support/vendors/melipayamak.js';
import { smsirKey, smsirStandIn } from '../support/vendors/smsir.js';
import type { SmsVendor } from '../support/vendors/sms-vendor.js';

const words = loadWords(localesFolder());
const { phone: to } = person('behrouz');
const support = '021-00001000';

const houses = [
  {
    name: 'kavenegar',
    open: kavenegarStandIn,
    settings: (KAVENEGAR_URL: string) => ({
      KAVENEGAR_URL,
      KAVENEGAR_API_KEY: kavenegarKey,
      KAVENEGAR_TEMPLATE: 'ramzyar-code',
      KAVENEGAR_NOTICE_TEMPLATE: 'ramzyar-notice',
    }),
  },
  {
    name: 'smsir',
    open: smsirStandIn,
    settings: (SMSIR_URL: string) => ({
      SMSIR_URL,
      SMSIR_API_KEY: smsirKey,
      SMSIR_TEMPLATE_ID: '100001',
      SMSIR_NOTICE_TEMPLATE_ID: '100002',
    }),
  },
  {
    name: 'melipayamak',
    open: melipayamakStandIn,
    settings: (MELIPAYAMAK_URL: string) => ({
      MELIPAYAMAK_URL,
      MELIPAYAMAK_USERNAME: melipayamakAccount.username,
      MELIPAYAMAK_PASSWORD: melipayamakAccount.password,
      MELIPAYAMAK_TEMPLATE_ID: '200001',
      MELIPAYAMAK_NOTICE_TEMPLATE_ID: '200002',
    }),
  },
] as const;

describe.each(houses)('$name, as an operator sets it', ({ name, open, settings }) => {
  let vendor: SmsVendor;
  afterEach(() => vendor.close());

  const gateway = async () => {
    vendor = await open();
    const { sms, facts } = readConfig({
      TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
      APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
      SUPPORT_CONTACT: support,
      SMS_PROVIDERS: name,
      ...settings(vendor.url),
    });
    return openSms({ vendors: sms, words, support: facts.supportContact, clock: systemClock });
  };

  it('brings a code to the phone with the minutes and the messenger that it is for', async () => {
    const sms = await gateway();
    for (const platform of ['telegram', 'bale'] as const) {
      const reference = `code-${platform}`;
      expect((await sms.sendCode({ to, code: '04711', minutes: 5, platform, reference })).kind).toBe(
        'accepted',
      );
      const messenger = words.plain('fa', `sms-messenger-${platform}`);
      expect(vendor.arrived.at(-1)).toEqual({ to, text: `04711 | 5 | ${messenger}` });
    }
  });

  it('brings each notice with what happened and whom to call', async () => {
    const sms = await gateway();
    for (const notice of ['reset', 'wrong-codes'] as const) {
      expect((await sms.sendNotice({ to, notice, reference: `notice-${notice}` })).kind).toBe('accepted');
      const { text = '' } = vendor.arrived.at(-1) ?? {};
      expect(text).toContain(words.plain('fa', `sms-event-${notice}`));
      expect(text).toContain(support);
    }
  });
});
