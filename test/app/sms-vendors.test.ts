import { afterEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { localesFolder } from '../../src/app/locales.js';
import { openSms } from '../../src/app/vendors.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { platformNames } from '../../src/platforms.js';
import { loadWords } from '../../src/words/load-words.js';
import { vendorHarnesses, vendorNames } from '../support/vendors/harnesses.js';
import type { SmsVendor } from '../support/vendors/sms-vendor.js';

const words = loadWords(localesFolder());
const { phone: to } = person('behrouz');
const support = '021-00001000';

describe.each(vendorNames)('%s, as an operator sets it', (name) => {
  const { open, settings } = vendorHarnesses[name];
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
    return openSms({
      ...{ vendors: sms, words, brand: facts.brand, support: facts.supportContact },
      clock: systemClock,
    });
  };

  it('brings a code to the phone with the minutes and the messenger that it is for', async () => {
    const sms = await gateway();
    for (const platform of platformNames) {
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
