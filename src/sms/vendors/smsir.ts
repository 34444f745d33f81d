import { z } from 'zod';
import {
  makeHttpClient,
  json,
  jsonBody,
  type HttpClient,
  type HttpResult,
} from '../../http-client/http-client.js';
import type { Timeouts } from '../../http-client/send.js';
import { address, neededNumber, secretText } from '../../settings/kinds.js';
import type { Credit, Delivery, SmsProvider, SmsResult } from '../port.js';
import type { SmsTexts } from '../texts.js';
import { price, smsVendor } from '../vendor.js';
import { vendorRefusal, unreadable, type Refusals } from './verdicts.js';

const name = 'smsir';

const group = z
  .object({
    SMSIR_API_KEY: secretText('SMS_PROVIDERS names smsir; its key stands in the SMS.ir panel'),
    SMSIR_TEMPLATE_ID: neededNumber('SMS_PROVIDERS names smsir; give the number of the template for codes'),
    SMSIR_NOTICE_TEMPLATE_ID: neededNumber(
      'SMS_PROVIDERS names smsir; give the number of the template for notices',
    ),
    SMSIR_URL: address('https://api.sms.ir'),
    SMSIR_PRICE_RIALS: price,
  })
  .transform((env) => ({
    apiKey: env.SMSIR_API_KEY,
    templateId: env.SMSIR_TEMPLATE_ID,
    noticeTemplateId: env.SMSIR_NOTICE_TEMPLATE_ID,
    url: env.SMSIR_URL,
    priceRials: env.SMSIR_PRICE_RIALS,
  }));

/** SMS.ir, version 1 of its web service (sms.ir/rest-api), by its templates. No value may be longer than 25 characters. */
export const smsir = smsVendor({
  name,
  settings: group,
  asksDelivery: true,
  tellsCredit: true,
  longestValue: 25,
  make: (settings, { texts }) => makeSmsir(settings, texts),
});

export interface SmsirSettings {
  apiKey: string;
  /** Template with `#CODE#`, `#MINUTES#` and `#MESSENGER#`. The sandbox's own, 123456, has `#CODE#` alone. */
  templateId: number;
  /** Template with `#EVENT#` and `#SUPPORT#`. */
  noticeTemplateId: number;
  /** `https://api.sms.ir` */
  url: string;
  timeouts?: Timeouts;
}

export function makeSmsir(settings: SmsirSettings, texts: SmsTexts): SmsProvider {
  const { templateId, noticeTemplateId } = settings;
  const ask = makeAsk(settings, makeHttpClient());
  const verify = async (mobile: string, template: number, values: Readonly<Record<string, string>>) => {
    const parameters = Object.entries(values).map(([parameter, value]) => ({ name: parameter, value }));
    return verdict(await ask('send/verify', { mobile, templateId: template, parameters }));
  };
  return {
    name,
    sendCode: ({ to, code, minutes, platform }) =>
      verify(to, templateId, { CODE: code, MINUTES: String(minutes), MESSENGER: texts.messenger(platform) }),
    sendNotice: ({ to, notice }) =>
      verify(to, noticeTemplateId, { EVENT: texts.event(notice), SUPPORT: texts.support }),
    status: async (id) => delivery(await ask(`send/${encodeURIComponent(id)}`)),
    credit: async () => remaining(await ask('credit')),
  };
}

function makeAsk({ url, apiKey, timeouts }: SmsirSettings, request: HttpClient) {
  return (path: string, said?: object): Promise<HttpResult> => {
    const body = said ? jsonBody(said) : { headers: {} };
    return request(
      {
        method: said ? 'POST' : 'GET',
        url: new URL(`${url.replace(/\/+$/, '')}/v1/${path}`),
        ...body,
        headers: { ...body.headers, 'x-api-key': apiKey },
      },
      timeouts,
    );
  };
}

const envelope = z.object({ status: z.number() });
const succeeded = <Data extends z.ZodType>(data: Data) => z.object({ status: z.literal(1), data });
const sent = succeeded(z.object({ messageId: z.number().positive() }));
const report = succeeded(z.object({ deliveryState: z.number() }));
const account = succeeded(z.number());

function verdict(answer: HttpResult): SmsResult {
  const said = json(answer);
  const message = sent.safeParse(said).data;
  if (message) return { kind: 'accepted', id: String(message.data.messageId) };
  const status = envelope.safeParse(said).data?.status;
  // 0 is their system's own trouble, 1 a success without a message: neither tells whether it went out.
  if (status === undefined || status <= 1) return unreadable(name, answer);
  return vendorRefusal(name, status, refusals[status]);
}

/** sms.ir/rest-api, the table of status codes. */
const refusals: Refusals = {
  10: 'configuration',
  11: 'configuration',
  12: 'configuration',
  13: 'configuration',
  14: 'configuration',
  20: 'rate',
  101: 'configuration',
  102: 'credit',
  104: 'recipient',
  113: 'configuration',
  114: 'configuration',
  115: 'recipient',
  116: 'configuration',
  117: 'configuration',
  119: 'configuration',
  123: 'configuration',
};

function delivery(answer: HttpResult): Delivery {
  return deliveries[report.safeParse(json(answer)).data?.data.deliveryState ?? 0] ?? 'unknown';
}

const deliveries: Readonly<Record<number, Delivery>> = {
  1: 'delivered',
  2: 'undelivered',
  3: 'sent',
  4: 'queued',
  5: 'sent',
  6: 'undelivered',
  7: 'blacklisted',
};

/** Counted in messages, as their prices are. */
function remaining(answer: HttpResult): Credit | null {
  const said = account.safeParse(json(answer)).data;
  return said ? { left: said.data, unit: 'messages' } : null;
}
