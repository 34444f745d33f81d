import { makeArrivals, type SmsVendor } from './sms-vendor.js';
import { standIn, type Answer, type Received } from './stand-in.js';

export const smsirKey = 'smsir-key-of-tests';
const templates: Readonly<Record<number, readonly string[]>> = {
  100001: ['CODE', 'MINUTES', 'MESSENGER'],
  100002: ['EVENT', 'SUPPORT'],
};

interface Verify {
  mobile: string;
  templateId: number;
  parameters: { name: string; value: string }[];
}

/** Answers as sms.ir/rest-api tells: HTTP 400 or 401 for its own refusals, a status in every body. */
export async function smsirStandIn(): Promise<SmsVendor> {
  const { arrived, arrives, landsOn } = makeArrivals();
  let refusal: number | null = null;
  let state = 1;
  const verify = ({ mobile, templateId, parameters }: Verify): Answer => {
    const names = templates[templateId];
    if (!/^09\d{9}$/.test(mobile)) return said(104);
    if (!names) return said(113);
    const value = (wanted: string): string => parameters.find(({ name }) => name === wanted)?.value ?? '?';
    if (parameters.some((parameter) => parameter.value.length > 25)) return said(114);
    arrives({ to: mobile, text: names.map(value).join(' | ') });
    return said(1, { messageId: 89_545_111 + arrived.length, cost: 1 });
  };
  const base = await standIn((request) => {
    if (request.headers['x-api-key'] !== smsirKey) return said(10);
    if (refusal !== null) return said(refusal);
    return route(request, { count: arrived.length, state }, verify);
  });
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

function route(
  { method, url, body }: Received,
  { count, state }: { count: number; state: number },
  verify: (given: Verify) => Answer,
): Answer {
  if (method === 'POST' && url.pathname === '/v1/send/verify') return verify(JSON.parse(body) as Verify);
  if (method === 'GET' && url.pathname === '/v1/credit') return said(1, 2_500.5);
  const id = Number(/^\/v1\/send\/(\d+)$/.exec(url.pathname)?.[1]);
  const place = id - 89_545_111;
  return place > 0 && place <= count ? said(1, { messageId: id, deliveryState: state }) : said(111);
}

function said(status: number, data: unknown = null): Answer {
  const http = status === 1 ? 200 : (({ 0: 500, 10: 401, 20: 429 } as Record<number, number>)[status] ?? 400);
  return { status: http, body: JSON.stringify({ status, message: 'پیغام', data }) };
}
