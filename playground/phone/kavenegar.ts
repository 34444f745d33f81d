import { Hono, type Context } from 'hono';
import type { Clock } from '../../src/clock.js';
import { answer, fault, type Reply } from './kavenegar-replies.js';
import type { PhoneNetwork, Sms } from './phone.js';

/** Fills an approved template: the tokens by their names, in; the text that the phone gets, out. */
export type Template = (tokens: Readonly<Record<string, string>>) => string;

export interface KavenegarVendorParts {
  /** The customer's key; it stands in every path. */
  apiKey: string;
  templates: Readonly<Record<string, Template>>;
  phone: PhoneNetwork;
  clock: Clock;
}

const line = '10008663';
const rialsPerSms = 1_480;
const yearSeconds = 31_536_000;

/**
 * An SMS vendor that answers as Kavenegar's web service does (kavenegar.com/rest): its paths, its shapes, its status codes,
 * the full text echoed in `entries[].message`. What it sends lands on the playground's phones.
 */
export function makeKavenegarVendor({ apiKey, templates, phone, clock }: KavenegarVendorParts): Hono {
  let credit = 5_000_000;
  const app = new Hono();

  app.use('/v1/:key/*', async (c, next) => {
    if (c.req.param('key') !== apiKey) return c.json(...fault(403));
    await next();
  });

  const send = (receptor: string, text: string): Reply => {
    if (!/^09\d{9}$/.test(receptor)) return 411;
    if (credit < rialsPerSms) return 418;
    const sms = phone.submit({ to: receptor, from: line, text });
    if (!sms) return 402;
    credit -= rialsPerSms;
    return [entry(sms)];
  };

  app.on(['GET', 'POST'], '/v1/:key/verify/lookup.json', async (c) => {
    const { receptor, template, token, ...rest } = await parameters(c);
    if (!receptor || !template || !token) return c.json(...fault(406));
    const tokens = { token, ...rest };
    if (!wellFormed(tokens)) return c.json(...fault(431));
    const approved = templates[template];
    return c.json(...answer(approved ? send(receptor, approved(tokens)) : 424));
  });

  app.on(['GET', 'POST'], '/v1/:key/sms/send.json', async (c) => {
    const { receptor, message } = await parameters(c);
    if (!receptor || !message) return c.json(...fault(406));
    return c.json(...answer(message.length > 900 ? 413 : send(receptor, message)));
  });

  app.on(['GET', 'POST'], '/v1/:key/sms/status.json', async (c) => {
    const { messageid } = await parameters(c);
    if (!messageid) return c.json(...fault(406));
    const ids = messageid.split(',').map(Number);
    return c.json(...answer(ids.map((id) => ({ messageid: id, ...deliveryOf(phone.find(id)) }))));
  });

  app.on(['GET', 'POST'], '/v1/:key/account/info.json', (c) => {
    const expiredate = Math.floor(clock.now().getTime() / 1000) + yearSeconds;
    return c.json(...answer({ remaincredit: credit, expiredate, type: 'Master' }));
  });

  app.all('*', (c) => c.json(...fault(404)));
  return app;
}

async function parameters(c: Context): Promise<Record<string, string>> {
  const form = c.req.method === 'POST' ? await c.req.parseBody() : {};
  const fields = Object.entries(form).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return { ...c.req.query(), ...Object.fromEntries(fields) };
}

/** How many blanks each token may hold; the vendor refuses more. */
const blanksAllowed: Readonly<Record<string, number>> = {
  token: 0,
  token2: 0,
  token3: 0,
  token10: 5,
  token20: 8,
};

const wellFormed = (tokens: Readonly<Record<string, string>>): boolean =>
  Object.entries(blanksAllowed).every(([name, blanks]) => {
    const value = tokens[name] ?? '';
    return value.length <= 100 && value.split(' ').length - 1 <= blanks;
  });

const entry = (sms: Sms) => ({
  messageid: sms.id,
  message: sms.text,
  ...deliveryOf(sms),
  sender: sms.from,
  receptor: sms.to,
  date: Math.floor(sms.sentAt / 1000),
  cost: rialsPerSms,
});

function deliveryOf(sms: Sms | null): { status: number; statustext: string } {
  if (!sms) return { status: 100, statustext: 'شناسهٔ پیامک معتبر نیست' };
  return sms.arrivedAt === null
    ? { status: 5, statustext: 'ارسال به مخابرات' }
    : { status: 10, statustext: 'رسیده به گیرنده' };
}
