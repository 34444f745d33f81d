import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import { expect } from 'vitest';
import {
  askedForId,
  codeIsSent,
  identifies,
  identifiesAgain,
} from '../../playground/walkthrough/identifies.js';
import type { Group, Row } from './row.js';

type OverHttp = MiddlewareHandler<{ Bindings: HttpBindings }>;

const page = () => new Response('<h1>?</h1>', { headers: { 'content-type': 'text/html' } });

/** What stands before the portal in its stead, until it is let through. */
const troubles: readonly [what: string, answer: OverHttp][] = [
  ['answers 503', async (c) => c.json({ error: 'away' }, 503)],
  ['answers with a page', async () => page()],
  ['is answered for by a proxy that knows of nothing', async (c) => c.json({ error: 'not found' }, 404)],
  [
    'closes the connection',
    async (c) => {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    },
  ],
];

/** The order of a recovery, by `docs/portal-api.yaml`. */
const isOrder = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'POST' && path.endsWith('/password-resets');

/** A door before the portal: shut, whoever comes meets the trouble. */
function door(trouble: OverHttp) {
  let [shut, orders] = [false, 0];
  const inFrontOfPortal = (async (c, next) => {
    if (isOrder(c.req)) orders += 1;
    return shut ? trouble(c, next) : next();
  }) as OverHttp as MiddlewareHandler;
  return {
    portal: 'http',
    inFrontOfPortal,
    setShut: (on: boolean) => void (shut = on),
    orders: () => orders,
  } as const;
}

const before = ([what, trouble]: (typeof troubles)[number]): Row => ({
  promise: `before an SMS, and ${what}: the member is told, no SMS goes out and nothing counts`,
  async play(open) {
    const way = door(trouble);
    const { played, sendsCounted, recoveries, finishes } = await open(way);
    way.setShut(true);
    const behrouz = played('behrouz');
    behrouz.says('/reset');
    await identifies(behrouz);
    await behrouz.hears('portal-away');
    await behrouz.getsNoSms();
    await behrouz.hasUsed(1);
    expect([await sendsCounted(), await recoveries()]).toEqual([0, []]);

    way.setShut(false);
    behrouz.says('/reset');
    await identifiesAgain(behrouz);
    await behrouz.hears(...codeIsSent);
    await finishes(behrouz);
    await behrouz.hasUsed(2);
  },
});

const during = ([what, trouble]: (typeof troubles)[number]): Row => ({
  promise: `during a recovery, and ${what}: the request is kept, carried out later, and counted once`,
  async play(open) {
    const way = door(trouble);
    const { stage, recoveries, asksForCode, inTime } = await open(way);
    const behrouz = await asksForCode();
    const code = await behrouz.readsCode();
    way.setShut(true);
    behrouz.says(code);
    await behrouz.hears('reset-kept');
    expect(await recoveries()).toMatchObject([{ state: 'unknown' }]);
    expect(await stage.portal.state(behrouz.who.insuredCode)).toBe('changed');

    behrouz.says('/reset');
    await behrouz.hears('ask-insured-code');
    behrouz.says(behrouz.who.insuredCode);
    await behrouz.hears(...askedForId);
    behrouz.says(behrouz.who.nationalId);
    await behrouz.hears('under-way');

    way.setShut(false);
    await inTime(async () => (await recoveries())[0]?.state === 'done');
    await behrouz.hears('reset-done');
    await behrouz.hasUsed(2);
    await behrouz.getsIn(behrouz.who.nationalId);
  },
});

const after: Row = {
  promise: 'after a recovery, whose answer is lost: it is asked what became of it, and made once',
  async play(open) {
    const way = door(async (c, next) => {
      await next();
      way.setShut(false);
      c.res = page();
    });
    const { recoveries, asksForCode, inTime } = await open(way);
    const behrouz = await asksForCode();
    const code = await behrouz.readsCode();
    way.setShut(true);
    behrouz.says(code);
    await behrouz.hears('reset-kept');
    await inTime(async () => (await recoveries())[0]?.state === 'done');
    await behrouz.hears('reset-done');
    expect(way.orders()).toBe(1);
    await behrouz.hasUsed(2);
    await behrouz.getsIn(behrouz.who.nationalId);
  },
};

const answeredFor: Row = {
  promise: 'after a recovery that was made, and a proxy answers 404 for the portal: nothing is given back',
  async play(open) {
    const way = door(async (c, next) => {
      if (isOrder(c.req)) await next();
      c.res = undefined;
      c.res = c.json({ error: 'not found' }, 404);
    });
    const { stage, recoveries, asksForCode, inTime } = await open(way);
    const behrouz = await asksForCode();
    const code = await behrouz.readsCode();
    way.setShut(true);
    behrouz.says(code);
    await behrouz.hears('reset-kept');
    expect(await stage.portal.state(behrouz.who.insuredCode)).toBe('initial');
    await inTime(async () => ((await recoveries())[0]?.asks ?? 0) >= 2);
    expect(await recoveries()).toMatchObject([{ state: 'unknown' }]);
    await behrouz.hasUsed(2);
    way.setShut(false);
    await inTime(async () => (await recoveries())[0]?.state === 'done');
    await behrouz.hears('reset-done');
    expect(way.orders()).toBe(1);
    await behrouz.hasUsed(2);
  },
};

export const portal: Group = {
  trouble: 'the portal is away',
  rows: [...troubles.map(before), ...troubles.map(during), after, answeredFor],
};
