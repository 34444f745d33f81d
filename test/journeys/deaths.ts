import type { Account } from '../../playground/emulator/account.js';
import type { Point, ProductProcess } from '../support/product-process.js';
import type { Town } from '../support/town.js';
import type { Moment, Tripwire } from '../support/tripwire.js';

/** When the product dies: at a line of its log, or while somebody outside has a request of its in hand. */
export interface Death {
  when: string;
  /** What the member has just typed: the national ID, a first mobile, or the code of the SMS. */
  step: 'id' | 'mobile' | 'code';
  at: Point | { call: Call; moment: Moment };
  /** Somebody else writes in the same moment, so that both are stored and then handled; alone, either is one step. */
  beside?: true;
  /** The SMS was not sent, and nobody knows: the member has to ask again. */
  smsLost?: boolean;
  /** The SMS stays in doubt, sent or not. */
  inDoubt?: boolean;
  /** How often the portal hears of the one recovery; once if nothing is said. */
  portalCalls?: number | 'once or twice';
}

type Call = 'portal-account' | 'sms' | 'portal-reset' | 'reply';

const line = (said: string, kind?: string): Point => (kind ? { line: said, kind } : { line: said });
const call = (name: Call, moment: Moment): Death['at'] => ({ call: name, moment });
/** The portal is being told at the same time. */
const meanwhile = { portalCalls: 'once or twice' } as const;
const beside = true;
const lost = { smsLost: true, inDoubt: true };

export const deaths: readonly Death[] = [
  { when: 'once the national ID is in the inbox', step: 'id', at: line('update stored'), beside },
  { when: 'before the stored ID is handed over', step: 'id', at: line('chat handed over'), beside },
  { when: 'before the messenger hears that the ID was taken', step: 'id', at: line('update stored') },
  { when: 'in the transaction that goes on with the answer', step: 'id', at: line('event in transaction') },
  { when: 'in the transaction that opens the request', step: 'id', at: line('update in transaction') },
  { when: 'when the question to the portal is committed', step: 'id', at: line('update committed') },
  { when: 'before the question to the portal is handed over', step: 'id', at: line('jobs handed over') },
  { when: 'before the SMS is handed over', step: 'id', at: { ...line('jobs handed over'), nth: 2 } },
  { when: 'before it asks the portal', step: 'id', at: line('job taken', 'portal-account') },
  { when: 'while the portal is looking', step: 'id', at: call('portal-account', 'after') },
  { when: 'with the portal’s answer in hand', step: 'id', at: line('job performed', 'portal-account') },
  { when: 'with the portal’s answer written down', step: 'id', at: line('job settled', 'portal-account') },
  { when: 'before it asks whose the number is', step: 'mobile', at: line('job taken', 'mobile-owner') },
  { when: 'with the owner’s name in hand', step: 'mobile', at: line('job performed', 'mobile-owner') },
  { when: 'with the owner’s name written down', step: 'mobile', at: line('job settled', 'mobile-owner') },
  { when: 'before it sends the SMS', step: 'id', at: line('job taken', 'sms-code'), ...lost },
  { when: 'while the vendor refuses to hear', step: 'id', at: call('sms', 'before'), ...lost },
  { when: 'while the vendor sends the SMS', step: 'id', at: call('sms', 'after'), inDoubt: true },
  { when: 'after the SMS', step: 'id', at: line('job performed', 'sms-code'), inDoubt: true },
  { when: 'with the SMS written off', step: 'id', at: line('job settled', 'sms-code') },
  { when: 'once the code is in the inbox', step: 'code', at: line('update stored'), beside },
  { when: 'before the stored code is handed over', step: 'code', at: line('chat handed over'), beside },
  {
    when: 'before the messenger hears that the code was taken',
    step: 'code',
    at: line('update stored'),
    ...meanwhile,
  },
  { when: 'in the transaction of the stored code', step: 'code', at: line('update in transaction'), beside },
  { when: 'in the transaction that takes one of five', step: 'code', at: line('update in transaction') },
  { when: 'when one of five is taken', step: 'code', at: line('update committed') },
  { when: 'before the order to the portal is handed over', step: 'code', at: line('jobs handed over') },
  { when: 'before it tells the portal', step: 'code', at: line('job taken', 'portal-reset') },
  { when: 'before the portal has heard', step: 'code', at: call('portal-reset', 'before') },
  { when: 'when the portal has heard', step: 'code', at: call('portal-reset', 'after'), portalCalls: 2 },
  { when: 'after the portal', step: 'code', at: line('job performed', 'portal-reset'), portalCalls: 2 },
  { when: 'with the recovery settled', step: 'code', at: line('job settled', 'portal-reset') },
  { when: 'before a reply', step: 'code', at: line('job taken', 'bot-calls:telegram'), ...meanwhile },
  { when: 'before the reply is in the chat', step: 'code', at: call('reply', 'before'), ...meanwhile },
  { when: 'when the reply is in the chat', step: 'code', at: call('reply', 'after'), ...meanwhile },
  { when: 'after a reply', step: 'code', at: line('job performed', 'bot-calls:telegram'), ...meanwhile },
  {
    when: 'between two calls of one job',
    step: 'code',
    at: { ...line('job performed', 'bot-calls:telegram'), nth: 2 },
    ...meanwhile,
  },
  {
    when: 'with ends of jobs that are not written',
    step: 'code',
    at: line('ends of jobs are written'),
    ...meanwhile,
  },
  {
    when: 'in the transaction with the last word',
    step: 'code',
    at: line('event in transaction'),
    portalCalls: 2,
  },
];

/** How the product's requests outside are told from one another. */
export const requests = {
  'portal-account': { method: 'GET', path: /^\/accounts\/\d+$/ },
  'portal-reset': { method: 'POST', path: /\/password-resets$/ },
  sms: { method: 'POST', path: /\/verify\/lookup\.json$/ },
};

/** Where a request of the product can be met on its way. */
export interface Ways {
  emulator: Town['emulator'];
  tripwire: Tripwire;
}

/**
 * The next poll waits until what this returns is called: then the bystander writes as well, and the bot gets both
 * together.
 */
export async function bringTogether(emulator: Town['emulator'], bystander: Account): Promise<() => void> {
  let bothHaveWritten: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (bothHaveWritten = resolve));
  const polled = new Promise<void>((resolve) => {
    const leave = emulator.faults.intercept('getUpdates', async (_call, proceed) => {
      leave();
      resolve();
      await both;
      return proceed();
    });
  });
  // Ends the poll that is under way.
  bystander.say('سلام');
  await polled;
  return () => {
    bystander.say('سلام');
    bothHaveWritten();
  };
}

/** Sees to it that the process dies so. */
export async function arrange(
  { at }: Death,
  product: ProductProcess,
  { emulator, tripwire }: Ways,
): Promise<void> {
  if ('line' in at) return product.dieAt(at);
  if (at.call !== 'reply')
    return tripwire.lay({ ...requests[at.call], moment: at.moment, deed: () => product.kill() });
  const leave = emulator.faults.intercept('sendMessage', async (_call, proceed) => {
    leave();
    const answer =
      at.moment === 'after'
        ? await proceed()
        : ({ ok: false, error_code: 500, description: 'nobody is left to hear it' } as const);
    product.kill();
    return answer;
  });
}
