import { makeArrivals, type SmsVendor } from './sms-vendor.js';
import { standIn, type Answer } from './stand-in.js';

export const melipayamakAccount = { username: 'ramzyar-tests', password: 'gate way;&+pass' };
const blanks: Readonly<Record<string, number>> = { 200001: 3, 200002: 2 };
const firstId = 5_082_938_271_652;

/** Answers as melipayamak.com/api tells: always 200, and what happened is in `Value`. */
export async function melipayamakStandIn(): Promise<SmsVendor> {
  const { arrived, arrives, landsOn } = makeArrivals();
  let refusal: number | null = null;
  let state = 1;
  const methods: Record<string, (given: Record<string, string>) => Answer> = {
    BaseServiceNumber: ({ to = '', bodyId = '', text = '' }) => {
      if (!/^09\d{9}$/.test(to)) return said('-2', 35);
      const values = text.split(';');
      if (!blanks[bodyId]) return said('-4', 35);
      if (values.length !== blanks[bodyId]) return said('-5', 35);
      arrives({ to, text: values.join(' | ') });
      return said(String(firstId + arrived.length));
    },
    GetDeliveries2: ({ recID }) => {
      const place = Number(recID) - firstId;
      return said(place > 0 && place <= arrived.length ? String(state) : '100');
    },
    GetCredit: () => said('1234.5'),
  };
  const base = await standIn(({ url, body }) => {
    const given = Object.fromEntries(new URLSearchParams(body));
    const { username, password } = melipayamakAccount;
    if (given.username !== username || given.password !== password) return said('0', 35);
    if (refusal !== null) return said(String(refusal), 35);
    const method = /^\/api\/SendSMS\/(\w+)$/.exec(url.pathname)?.[1] ?? '';
    return methods[method]?.(given) ?? { status: 404, body: '' };
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

function said(Value: string, RetStatus = 1): Answer {
  return {
    status: 200,
    body: JSON.stringify({ Value, RetStatus, StrRetStatus: RetStatus === 1 ? 'Ok' : 'Invalid' }),
  };
}
