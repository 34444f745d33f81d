import { afterEach, describe, it } from 'vitest';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { sceneOn } from '../../playground/walkthrough/play.js';
import type { Way } from '../../playground/walkthrough/way.js';
import { firstTime } from '../../playground/walkthrough/ways/first-time.js';
import { secondTime } from '../../playground/walkthrough/ways/second-time.js';
import type { PlatformName } from '../../src/platforms.js';
import type { Env } from '../../src/config/setting.js';
import { vendorHarnesses, type VendorName } from '../support/vendors/harnesses.js';
import { onPhones } from '../support/vendors/on-phones.js';
import type { SmsVendor } from '../support/vendors/sms-vendor.js';
import { deadAddress } from '../support/vendors/stand-in.js';

/** Each messenger in both ways of getting updates, and each vendor with its templates at least once. */
const walks: readonly [way: Way, PlatformName, 'polling' | 'webhook', VendorName][] = [
  [firstTime, 'telegram', 'polling', 'smsir'],
  [firstTime, 'telegram', 'webhook', 'kavenegar'],
  [firstTime, 'bale', 'polling', 'kavenegar'],
  [firstTime, 'bale', 'webhook', 'melipayamak'],
  [secondTime, 'telegram', 'webhook', 'melipayamak'],
  [secondTime, 'bale', 'webhook', 'smsir'],
];

describe('before a portal that stands by itself', () => {
  let stage: PlayedStage;
  let vendor: SmsVendor;
  afterEach(async () => {
    await stage.stop();
    await vendor.close();
  });

  it.each(walks.map(([way, ...rest]) => [way.name, ...rest, way] as const))(
    'a member walks the way “%s” on %s by %s, with codes of %s',
    async (_, messenger, updates, vendorName, way) => {
      const harness = vendorHarnesses[vendorName];
      vendor = await harness.open();
      const settings = { ...harness.settings(vendor.url), ...(await broughtBy[updates]()) };
      stage = await startStage({
        messengers: [messenger],
        portal: 'http',
        settings: { ...settings, SMS_PROVIDERS: vendorName },
      });
      vendor.landsOn(onPhones(stage.phone, vendorName));
      const nobodyListens = makeNarrator(() => undefined, false);
      await way.play(sceneOn(stage, messenger, nobodyListens));
    },
  );
});

const broughtBy: Readonly<Record<'polling' | 'webhook', () => Promise<Env>>> = {
  polling: async () => ({ UPDATES: 'polling' }),
  webhook: async () => {
    const url = await deadAddress();
    return {
      ...{ UPDATES: 'webhook', WEBHOOK_URL: url, PORT: new URL(url).port },
      WEBHOOK_SECRET: 'a-secret-of-the-journeys',
    };
  },
};
