import { makeArrivals, type SmsVendor } from './sms-vendor.js';
import { standIn, type Answer, type Received } from './stand-in.js';

export const kavenegarKey = '6B617665/key+of=tests';
export const kavenegarTemplates: Readonly<Record<string, readonly string[]>> = {
  'ramzyar-code': ['token', 'token2', 'token3'],
  'ramzyar-notice': ['token', 'token20'],
};

/** Answers as kavenegar.com/rest tells and as recorded samples show; echoes the text, as the vendor does. */
export async function kavenegarStandIn(entriesAs: 'list' | 'object' = 'list'): Promise<SmsVendor> {
  const { arrived, arrives, landsOn } = makeArrivals();
  let refusal: number | null = null;
  let state = 10;
  const base = await standIn((request) => {
    const [, version, key, method] = /^\/(v1)\/([^/]+)\/(.+)\.json$/.exec(request.url.pathname) ?? [];
    if (version !== 'v1' || request.method !== 'POST') return said(404);
    if (decodeURIComponent(key ?? '') !== kavenegarKey) return said(403);
    if (refusal !== null) return said(refusal);
    return methods[method ?? '']?.(fields(request)) ?? said(404);
  });
  const entries = (entry: object): unknown => (entriesAs === 'list' ? [entry] : entry);
  const methods: Record<string, (given: Record<string, string>) => Answer> = {
    'verify/lookup': (given) => {
      const { receptor = '', template = '' } = given;
      const wanted = kavenegarTemplates[template];
      if (!/^09\d{9}$/.test(receptor)) return said(411);
      if (!wanted) return said(424);
      if (!wanted.every((token) => (given[token] ?? '').split(' ').length <= (blanks[token] ?? 1)))
        return said(431);
      const text = wanted.map((token) => given[token]).join(' | ');
      arrives({ to: receptor, text });
      return said(
        200,
        entries({ messageid: 8_792_343 + arrived.length, message: text, status: 5, cost: 1_480 }),
      );
    },
    'sms/status': ({ messageid }) => {
      const count = Number(messageid) - 8_792_343;
      const known = count > 0 && count <= arrived.length;
      return said(200, entries({ messageid: Number(messageid), status: known ? state : 100 }));
    },
    'account/info': () => said(200, entries({ remaincredit: 1_500_000, type: 'Master' })),
  };
  return {
    ...base,
    arrived,
    landsOn,
    refuse: (code) => {
      refusal = code;
    },
    became: (now) => {
      state = now;
    },
  };
}

/** Words that a token may hold. */
const blanks: Readonly<Record<string, number>> = { token: 1, token2: 1, token3: 1, token10: 6, token20: 9 };

function fields(request: Received): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(request.body));
}

function said(status: number, entries: unknown = null): Answer {
  return { status, body: JSON.stringify({ return: { status, message: 'پیغام' }, entries }) };
}
