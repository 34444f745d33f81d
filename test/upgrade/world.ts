import { Hono } from 'hono';
import { cast } from '../../playground/cast.js';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { listen } from '../../playground/listen.js';
import { makeKavenegarVendor } from '../../playground/phone/kavenegar.js';
import { makePhoneNetwork, type PhoneNetwork } from '../../playground/phone/phone.js';
import { approvedTemplates } from '../../playground/phone/templates.js';
import { makePortalServer } from '../../playground/portal-server/portal-server.js';
import { playedBrand, playedSettings } from '../../playground/product.js';
import { localesFolder } from '../../src/app/locales.js';
import type { Env } from '../../src/config/setting.js';
import { systemRandom as random } from '../../src/random.js';
import { loadWords } from '../../src/words/load-words.js';
import { handClock, type HandClock } from '../support/hand-clock.js';
import { invent } from '../support/invented.js';
import { testKeys } from '../support/test-keys.js';
import { zohalStandIn, zohalToken } from '../support/vendors/ownership.js';
import { makePlayedPortal, type PlayedPortal } from './played-portal.js';

/** Everybody outside the product, on a clock turned by hand, and the settings by which the product finds them. */
export interface World {
  clock: HandClock;
  emulator: Emulator;
  phone: PhoneNetwork;
  portal: PlayedPortal;
  /** With this database. */
  settings(database: string): Env;
  close(): Promise<void>;
}

export const messengers = ['telegram', 'bale'] as const;

const customer = { token: 'portal-token-of-an-upgrade', secret: 'portal-secret-of-an-upgrade' };
const apiKey = 'vendor-key-of-an-upgrade';

/** In the operators' register each of these has their own number. */
const owners = [...cast, ...Array.from({ length: 60 }, (_, number) => invent(number))];

export async function openWorld(start: Date): Promise<World> {
  const clock = handClock(start);
  const phone = makePhoneNetwork({ clock, arrival: 'timed' });
  const emulator = await startEmulator({ clock, messengers });
  const portal = makePlayedPortal();
  const templates = approvedTemplates(loadWords(localesFolder()), playedBrand);
  const [vendor, kannel, portalServer] = await Promise.all([
    listen(makeKavenegarVendor({ apiKey, templates, phone, clock })),
    listen(new Hono().all('*', (c) => c.text('0: Accepted for delivery', 202))),
    listen(makePortalServer({ portal, customer, clock })),
  ]);
  const register = await zohalStandIn(owners);
  return {
    ...{ clock, emulator, phone, portal },
    settings: (database) =>
      playedSettings({
        ...{ emulator, messengers, database, sms: { url: vendor.url, apiKey }, random },
        otherwise: {
          ...{ APP_KEYS: testKeys.map((key) => key.toString('base64')).join() },
          ...{ SMS_PROVIDERS: 'kavenegar,kannel', KANNEL_URL: kannel.url, KANNEL_FROM: '30001234' },
          ...{ KANNEL_USERNAME: 'ramzyar', KANNEL_PASSWORD: 'kannel-password-of-an-upgrade' },
          ...{
            KANNEL_DELIVERY_URL: 'http://127.0.0.1:9',
            KANNEL_DELIVERY_SECRET: 'delivery-secret-of-an-upgrade',
          },
          ...{ PORTAL: 'http', PORTAL_API_URL: portalServer.url },
          ...{ PORTAL_API_TOKEN: customer.token, PORTAL_API_SECRET: customer.secret },
          ...{ OWNERSHIP: 'zohal', ZOHAL_TOKEN: zohalToken, ZOHAL_URL: register.url },
          // Soon left to staff, and never enough.
          ...{ PORTAL_GIVE_UP_MINUTES: '30', SMS_CREDIT_WARNING_RIALS: '9000000' },
        },
      }),
    async close() {
      phone.stop();
      await Promise.all([emulator, vendor, kannel, portalServer].map((server) => server.stop()));
      await register.close();
    },
  };
}
