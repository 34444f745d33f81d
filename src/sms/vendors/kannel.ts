import { z } from 'zod';
import { makeHttpClient, type HttpResult } from '../../http-client/http-client.js';
import type { Timeouts } from '../../http-client/send.js';
import { needed, neededAddress, optionalAddress, secretText, sharedSecret } from '../../settings/kinds.js';
import type { SmsProvider, SmsResult } from '../port.js';
import type { SmsTexts } from '../texts.js';
import { price, smsVendor } from '../vendor.js';
import { vendorRefusal, unreadable } from './verdicts.js';

const name = 'kannel';

const group = z
  .object({
    KANNEL_URL: neededAddress('SMS_PROVIDERS names kannel; give the address of its smsbox'),
    KANNEL_USERNAME: needed('SMS_PROVIDERS names kannel; give the sendsms-user'),
    KANNEL_PASSWORD: secretText('SMS_PROVIDERS names kannel; give the password of the sendsms-user'),
    KANNEL_FROM: needed('SMS_PROVIDERS names kannel; give the number that members see'),
    KANNEL_DELIVERY_URL: optionalAddress,
    KANNEL_DELIVERY_SECRET: sharedSecret.optional(),
    KANNEL_PRICE_RIALS: price,
  })
  .refine((env) => !env.KANNEL_DELIVERY_URL || env.KANNEL_DELIVERY_SECRET, {
    error: 'KANNEL_DELIVERY_SECRET is missing: whoever brings delivery reports must know it',
  })
  .transform((env) => {
    const deliverySecret = (env.KANNEL_DELIVERY_URL && env.KANNEL_DELIVERY_SECRET) ?? null;
    return {
      url: env.KANNEL_URL,
      username: env.KANNEL_USERNAME,
      password: env.KANNEL_PASSWORD,
      from: env.KANNEL_FROM,
      deliveryUrl: deliverySecret && `${env.KANNEL_DELIVERY_URL}/kannel/${deliverySecret}`,
      /** The end of the address at which its reports come in. */
      deliverySecret,
      priceRials: env.KANNEL_PRICE_RIALS,
    };
  });

/** Kannel, the open-source gateway, in the insurer's own house: sends the texts that we write. It reports by itself. */
export const kannel = smsVendor({
  name,
  settings: group,
  asksDelivery: false,
  tellsCredit: false,
  make: (settings, { texts }) => makeKannel(settings, texts),
});

export interface KannelSettings {
  /** Of smsbox: `http://127.0.0.1:13013`; the path is `/cgi-bin/sendsms` unless it names another. */
  url: string;
  username: string;
  password: string;
  /** The sender's number or name. */
  from: string;
  /** Where delivery reports are to be sent, with a secret of its own in it; null: none are asked for. */
  deliveryUrl: string | null;
  timeouts?: Timeouts;
}

export function makeKannel(settings: KannelSettings, texts: SmsTexts): SmsProvider {
  const request = makeHttpClient();
  const send = async (
    to: string,
    text: string,
    reference: string,
    validity: object = {},
  ): Promise<SmsResult> =>
    verdict(await request(asking(settings, to, text, reference, validity), settings.timeouts), reference);
  return {
    name,
    sendCode: (message) =>
      send(message.to, texts.code(message), message.reference, {
        // A code that has expired must not arrive any more.
        'x-kannel-validity': String(message.minutes),
      }),
    sendNotice: (message) => send(message.to, texts.notice(message), message.reference),
    /** Cannot be asked; it reports by itself, see `kannel-delivery.ts`. */
    status: async () => 'unknown',
    credit: async () => null,
  };
}

/** By POST, with everything in headers and body: an address with number and text in it would end up in logs. */
function asking(settings: KannelSettings, to: string, text: string, reference: string, extra: object) {
  const url = new URL(settings.url);
  if (url.pathname === '/') url.pathname = '/cgi-bin/sendsms';
  const headers = {
    'content-type': 'text/plain; charset=UTF-8',
    'x-kannel-username': settings.username,
    'x-kannel-password': settings.password,
    'x-kannel-from': settings.from,
    'x-kannel-to': `+98${to.slice(1)}`,
    // UCS-2; without it Persian arrives as question marks, and is reported as delivered.
    'x-kannel-coding': '2',
    ...reports(settings.deliveryUrl, reference),
    ...extra,
  };
  return { method: 'POST', url, headers, body: text } as const;
}

/** Delivered, not delivered, taken by the operator, refused by the operator. */
const reportMask = 1 + 2 + 8 + 16;

/** Kannel gives a message no id, so ours goes into the address of its reports; it puts the state in place of `%d`. */
function reports(deliveryUrl: string | null, reference: string): Record<string, string> {
  if (deliveryUrl === null) return {};
  const mark = deliveryUrl.includes('?') ? '&' : '?';
  const address = `${deliveryUrl}${mark}reference=${encodeURIComponent(reference)}&state=%d`;
  return { 'x-kannel-dlr-mask': String(reportMask), 'x-kannel-dlr-url': address };
}

function verdict(answer: HttpResult, reference: string): SmsResult {
  if (answer.kind === 'silent') return unreadable(name, answer);
  const { status, body } = answer;
  if (status === 202 && body.startsWith('0:')) return { kind: 'accepted', id: reference };
  // "3: Queued for later delivery": the operator's link is down, and it may yet arrive, late.
  if (status === 202) return { kind: 'unavailable', maybeSent: true, fault: `${name} operator link down` };
  if (status === 503) return { kind: 'unavailable', maybeSent: false, fault: `${name} HTTP 503` };
  if (status === 400 && /receiver|list/i.test(body)) return vendorRefusal(name, 'HTTP 400', 'recipient');
  return unreadable(name, answer);
}
