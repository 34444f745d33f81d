import { createMiddleware } from 'hono/factory';
import type { Attack } from '../attack.js';
import { victim } from '../lab.js';
import { heldUp } from '../people/held-up.js';
import { recoveriesOf } from '../people/recoveries.js';

/** What stands before the portal answers by itself while it is broken. */
function proxy() {
  const state = { broken: false, only: '' };
  const bodies = ['Not Found', '', '{"message":"no route"}'];
  let turn = 0;
  const inFront = createMiddleware(async (c, next) => {
    if (!state.broken || !c.req.path.includes(state.only)) return next();
    turn += 1;
    return c.body(bodies[turn % bodies.length] ?? '', 404);
  });
  return { state, inFront };
}

const asked = proxy();
const resets = proxy();
const longId = createMiddleware(async (c, next) => {
  await next();
  const text = await c.res.text();
  c.res = new Response(text.replace(/"messageid":\d+/g, `"messageid":"${'7'.repeat(70)}"`), c.res);
});

/** The portal, what stands before it, and the vendor, where they say what is not so. */
export const portalAttacks: readonly Attack[] = [
  {
    row: 'C1',
    tries: 'a proxy answers 404 of its own for every account',
    bound: { of: 'members told that they have no account', most: 0 },
    plan: { people: [victim], inFrontOfPortal: asked.inFront },
    async plays({ town, chat, newSms, ownChat }) {
      asked.state.broken = true;
      let through = 0;
      for (let at = 0; at < 3; at += 1)
        if ((await chat(at).identifies(victim)) === 'account-missing') through += 1;
      asked.state.broken = false;
      const sms = await newSms();
      return { through, minutes: await heldUp(town, ownChat(victim), victim), sms };
    },
  },
  {
    row: 'C1b',
    tries: 'a proxy answers 404 of its own once the code was right',
    bound: { of: 'recoveries given back or made twice', most: 0 },
    plan: { people: [victim], inFrontOfPortal: resets.inFront },
    async plays({ town, ownChat, newSms }) {
      Object.assign(resets.state, { broken: true, only: 'password-resets' });
      const heard = await ownChat(victim).tries(victim);
      for (let at = 0; at < 6; at += 1) await town.pass(20_000);
      const kept = await recoveriesOf(town);
      resets.state.broken = false;
      for (let at = 0; at < 6; at += 1) await town.pass(60_000);
      await town.emulator.settled(500);
      const isDone = (await town.portal.state(victim.insuredCode)) === 'initial';
      const isRight = heard === 'reset-kept' && kept === 1 && isDone && (await recoveriesOf(town)) === 1;
      return { through: isRight ? 0 : 1, minutes: null, sms: await newSms() };
    },
  },
  {
    row: 'C6',
    tries: 'the vendor names a text message by seventy characters',
    bound: { of: 'members who do not get back in', most: 0 },
    plan: { people: [victim], inFrontOfVendor: longId },
    async plays({ town, ownChat, newSms }) {
      const minutes = await heldUp(town, ownChat(victim), victim);
      await town.emulator.settled(500);
      return { through: minutes === 0 ? 0 : 1, minutes, sms: await newSms() };
    },
  },
];
