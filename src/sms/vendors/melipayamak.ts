import { z } from 'zod';
import { makeHttpClient, form, json, type HttpResult } from '../../http-client/http-client.js';
import type { Timeouts } from '../../http-client/send.js';
import { address, needed, neededNumber, secretText } from '../../settings/kinds.js';
import type { Credit, Delivery, SmsProvider, SmsResult } from '../port.js';
import type { SmsTexts } from '../texts.js';
import { price, smsVendor } from '../vendor.js';
import { vendorRefusal, unreadable, type Refusals } from './verdicts.js';

const name = 'melipayamak';

const group = z
  .object({
    MELIPAYAMAK_USERNAME: needed('SMS_PROVIDERS names melipayamak; give the user of its web service'),
    MELIPAYAMAK_PASSWORD: secretText('SMS_PROVIDERS names melipayamak; give the password of its web service'),
    MELIPAYAMAK_TEMPLATE_ID: neededNumber(
      'SMS_PROVIDERS names melipayamak; give the number of the template for codes',
    ),
    MELIPAYAMAK_NOTICE_TEMPLATE_ID: neededNumber(
      'SMS_PROVIDERS names melipayamak; give the number of the template for notices',
    ),
    MELIPAYAMAK_URL: address('https://rest.payamak-panel.com'),
    MELIPAYAMAK_PRICE_RIALS: price,
  })
  .transform((env) => ({
    username: env.MELIPAYAMAK_USERNAME,
    password: env.MELIPAYAMAK_PASSWORD,
    templateId: env.MELIPAYAMAK_TEMPLATE_ID,
    noticeTemplateId: env.MELIPAYAMAK_NOTICE_TEMPLATE_ID,
    url: env.MELIPAYAMAK_URL,
    priceRials: env.MELIPAYAMAK_PRICE_RIALS,
  }));

/** Melipayamak's REST service (melipayamak.com/api), by its templates on the shared service line. */
export const melipayamak = smsVendor({
  name,
  settings: group,
  asksDelivery: true,
  tellsCredit: true,
  make: (settings, { texts }) => makeMelipayamak(settings, texts),
});

export interface MelipayamakSettings {
  username: string;
  password: string;
  /** Template: `{0}` the code, `{1}` the minutes, `{2}` the messenger. */
  templateId: number;
  /** Template: `{0}` what happened, `{1}` whom to call. */
  noticeTemplateId: number;
  /** `https://rest.payamak-panel.com` */
  url: string;
  timeouts?: Timeouts;
}

export function makeMelipayamak(settings: MelipayamakSettings, texts: SmsTexts): SmsProvider {
  const request = makeHttpClient();
  const ask = (method: string, fields: Readonly<Record<string, string>> = {}): Promise<HttpResult> => {
    const { username, password, url, timeouts } = settings;
    const target = new URL(`${url.replace(/\/+$/, '')}/api/SendSMS/${method}`);
    return request({ method: 'POST', url: target, ...form({ username, password, ...fields }) }, timeouts);
  };
  const send = async (to: string, template: number, values: readonly string[]): Promise<SmsResult> => {
    // A semicolon parts one value from the next.
    const text = values.map((value) => value.replaceAll(';', '،')).join(';');
    return verdict(await ask('BaseServiceNumber', { to, bodyId: String(template), text }));
  };
  return {
    name,
    sendCode: ({ to, code, minutes, platform }) =>
      send(to, settings.templateId, [code, String(minutes), texts.messenger(platform)]),
    sendNotice: ({ to, notice }) => send(to, settings.noticeTemplateId, [texts.event(notice), texts.support]),
    status: async (id) => delivery(await ask('GetDeliveries2', { recID: id })),
    credit: async () => remaining(await ask('GetCredit')),
  };
}

/** Success, failure and every other answer come in the same field. */
const envelope = z.object({ Value: z.coerce.string() });

function valueOf(answer: HttpResult): string | undefined {
  return envelope.safeParse(json(answer)).data?.Value;
}

function verdict(answer: HttpResult): SmsResult {
  const value = valueOf(answer);
  if (value === undefined) return unreadable(name, answer);
  if (/^\d{10,}$/.test(value)) return { kind: 'accepted', id: value };
  return /^-?\d{1,3}$/.test(value)
    ? vendorRefusal(name, value, refusals[Number(value)])
    : unreadable(name, answer);
}

/** melipayamak.com/api, the values that are not message numbers. */
const refusals: Refusals = {
  [-10]: 'configuration',
  [-7]: 'configuration',
  [-5]: 'configuration',
  [-4]: 'configuration',
  [-3]: 'configuration',
  [-2]: 'configuration',
  [-1]: 'configuration',
  0: 'configuration',
  2: 'credit',
  3: 'rate',
  4: 'rate',
  5: 'configuration',
  7: 'configuration',
  10: 'configuration',
  12: 'configuration',
  16: 'recipient',
  17: 'configuration',
  35: 'recipient',
};

function delivery(answer: HttpResult): Delivery {
  return deliveries[Number(valueOf(answer) ?? 100)] ?? 'unknown';
}

const deliveries: Readonly<Record<number, Delivery>> = {
  0: 'sent',
  1: 'delivered',
  2: 'undelivered',
  3: 'undelivered',
  8: 'sent',
  16: 'undelivered',
  35: 'blacklisted',
  200: 'sent',
  300: 'undelivered',
  400: 'queued',
  500: 'undelivered',
};

const balance = z.object({ Value: z.coerce.number(), RetStatus: z.literal(1) });

/** Counted in messages. */
function remaining(answer: HttpResult): Credit | null {
  const said = balance.safeParse(json(answer)).data;
  return said ? { left: said.Value, unit: 'messages' } : null;
}
