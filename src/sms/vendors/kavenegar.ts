import { z } from 'zod';
import { makeHttpClient, form, json, type HttpResult } from '../../http-client/http-client.js';
import type { Timeouts } from '../../http-client/send.js';
import { address, needed, secretText } from '../../settings/kinds.js';
import type { Credit, Delivery, SmsProvider, SmsResult } from '../port.js';
import type { SmsTexts } from '../texts.js';
import { price, smsVendor } from '../vendor.js';
import { vendorRefusal, unreadable, type Refusals } from './verdicts.js';

const name = 'kavenegar';

const group = z
  .object({
    KAVENEGAR_API_KEY: secretText('SMS_PROVIDERS names kavenegar; its key stands in the Kavenegar panel'),
    KAVENEGAR_TEMPLATE: needed(
      'SMS_PROVIDERS names kavenegar; give the name of the approved template for codes',
    ),
    KAVENEGAR_NOTICE_TEMPLATE: needed(
      'SMS_PROVIDERS names kavenegar; give the name of the approved template for notices',
    ),
    KAVENEGAR_URL: address('https://api.kavenegar.com'),
    KAVENEGAR_PRICE_RIALS: price,
  })
  .transform((env) => ({
    apiKey: env.KAVENEGAR_API_KEY,
    template: env.KAVENEGAR_TEMPLATE,
    noticeTemplate: env.KAVENEGAR_NOTICE_TEMPLATE,
    url: env.KAVENEGAR_URL,
    priceRials: env.KAVENEGAR_PRICE_RIALS,
  }));

/** Kavenegar's web service (kavenegar.com/rest), by its templates: those reach numbers that have blocked advertising. */
export const kavenegar = smsVendor({
  name,
  settings: group,
  asksDelivery: true,
  tellsCredit: true,
  // A blank becomes a dash.
  refusedInValues: { signs: /[_\t\n\r\u2028\u2029]/, inWords: 'underscore or separator' },
  make: (settings, { texts }) => makeKavenegar(settings, texts),
});

export interface KavenegarSettings {
  /** Stands in every path, so addresses are never logged. */
  apiKey: string;
  /** Approved template: `%token` the code, `%token2` the minutes, `%token3` the messenger. */
  template: string;
  /** Approved template: `%token20` what happened, `%token` whom to call. */
  noticeTemplate: string;
  /** `https://api.kavenegar.com` */
  url: string;
  timeouts?: Timeouts;
}

export function makeKavenegar(settings: KavenegarSettings, texts: SmsTexts): SmsProvider {
  const request = makeHttpClient();
  const ask = (method: string, fields: Readonly<Record<string, string>>): Promise<HttpResult> =>
    request({ method: 'POST', url: methodUrl(settings, method), ...form(fields) }, settings.timeouts);
  const lookup = async (fields: Readonly<Record<string, string>>): Promise<SmsResult> =>
    verdict(await ask('verify/lookup', fields));
  return {
    name,
    sendCode: ({ to, code, minutes, platform }) =>
      lookup({
        receptor: to,
        template: settings.template,
        token: code,
        token2: String(minutes),
        token3: texts.messenger(platform),
      }),
    sendNotice: ({ to, notice }) =>
      lookup({
        receptor: to,
        template: settings.noticeTemplate,
        // This token may hold no blank.
        token: texts.support.replaceAll(/\s+/g, '-'),
        token20: texts.event(notice),
      }),
    status: async (id) => delivery(await ask('sms/status', { messageid: id })),
    credit: async () => remaining(await ask('account/info', {})),
  };
}

function methodUrl({ url, apiKey }: KavenegarSettings, method: string): URL {
  return new URL(`${url.replace(/\/+$/, '')}/v1/${encodeURIComponent(apiKey)}/${method}.json`);
}

const envelope = z.object({ return: z.object({ status: z.number() }) });
/** The documentation shows one object, the live service sends a list of one. */
const one = <Entry extends z.ZodType>(entry: Entry) =>
  envelope.extend({
    entries: z.union([
      z
        .array(entry)
        .min(1)
        .transform((list) => list[0]),
      entry,
    ]),
  });
const sent = one(z.object({ messageid: z.number() }));
const state = one(z.object({ status: z.number() }));
const account = one(z.object({ remaincredit: z.number() }));

function verdict(answer: HttpResult): SmsResult {
  const said = json(answer);
  const message = sent.safeParse(said).data;
  if (message?.return.status === 200) return { kind: 'accepted', id: String(message.entries?.messageid) };
  const status = envelope.safeParse(said).data?.return.status;
  if (status === undefined || !certain(status)) return unreadable(name, answer);
  return vendorRefusal(name, status, refusals[status]);
}

/** Is it a refusal, and not the vendor's own stumbling half-way? */
const certain = (status: number): boolean => status in refusals || (status >= 400 && status < 500);

/** kavenegar.com/rest, the table of return codes. */
const refusals: Refusals = {
  401: 'configuration',
  403: 'configuration',
  404: 'configuration',
  405: 'configuration',
  406: 'configuration',
  407: 'configuration',
  411: 'recipient',
  412: 'configuration',
  416: 'configuration',
  418: 'credit',
  424: 'configuration',
  426: 'configuration',
  427: 'configuration',
  429: 'configuration',
  431: 'configuration',
  432: 'configuration',
  451: 'rate',
  501: 'configuration',
};

function delivery(answer: HttpResult): Delivery {
  const said = state.safeParse(json(answer)).data;
  return deliveries[said?.entries?.status ?? 0] ?? 'unknown';
}

const deliveries: Readonly<Record<number, Delivery>> = {
  1: 'queued',
  2: 'queued',
  4: 'sent',
  5: 'sent',
  6: 'undelivered',
  10: 'delivered',
  11: 'undelivered',
  13: 'undelivered',
  14: 'blacklisted',
};

function remaining(answer: HttpResult): Credit | null {
  const said = account.safeParse(json(answer)).data;
  return said?.entries ? { left: said.entries.remaincredit, unit: 'rials' } : null;
}
