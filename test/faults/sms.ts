import { expect } from 'vitest';
import { localesFolder } from '../../src/app/locales.js';
import { platformNames } from '../../src/platforms.js';
import { loadWords } from '../../src/words/load-words.js';
import { bare } from '../conversations/screen.js';
import { minute } from '../support/hand-clock.js';
import { vendorHarnesses, vendorNames, type VendorName } from '../support/vendors/harnesses.js';
import { soon, type Failure } from '../support/vendors/stand-in.js';
import type { Group, Row } from './row.js';
import { asked } from './scene.js';

const words = loadWords(localesFolder());

/** What a vendor may do to a message that nobody can know whether it went out. */
const doubtful: readonly [failure: Failure, what: string][] = [
  ['silence', 'does not answer'],
  ['server-error', 'answers 500'],
  ['other-json', 'answers JSON that means nothing'],
  ['welcome-page', 'answers with a page'],
  ['bad-gateway-page', 'answers with the page of a proxy'],
  ['hang-up', 'closes the connection'],
];

/** It is not repeated by itself: the member asks again, and gets the same code. */
const inDoubt = (name: VendorName, failure: Failure, what: string): Row => ({
  promise: `${name} ${what}: one SMS is tried, the member asks again and goes on`,
  async play(open) {
    const { stage, vendors, timeouts, asksForCode, became, finishes } = await open({ vendors: [name] });
    const [vendor] = vendors as [(typeof vendors)[0]];
    if (failure === 'silence') timeouts.answerMs = soon;
    vendor.fail(failure);
    const behrouz = await asksForCode();
    await became('sms-code', 'doubt');
    expect(asked(vendor)).toBe(1);

    vendor.fail(null);
    timeouts.answerMs = 10_000;
    await stage.advance(minute);
    behrouz.presses('button-resend');
    await behrouz.hears('code-sent-again', 'next-send');
    await finishes(behrouz);
    expect(asked(vendor)).toBe(3);
    await behrouz.hasUsed(2);
  },
});

const late = (name: VendorName): Row => ({
  promise: `${name} sends and does not say so: the SMS that comes is as good as any`,
  async play(open) {
    const { vendors, timeouts, asksForCode, became, finishes } = await open({ vendors: [name] });
    const [vendor] = vendors as [(typeof vendors)[0]];
    timeouts.answerMs = soon;
    vendor.fail('lost-answer');
    const behrouz = await asksForCode();
    await became('sms-code', 'doubt');
    await finishes(behrouz);
    expect(vendor.arrived.filter(({ text }) => /^\d{5} \|/.test(text))).toHaveLength(1);
  },
});

/** Certainly not sent: told, nothing counted, the counters returned, and to be asked for again at once. */
const refused = (name: VendorName, why: 'credit' | 'recipient', what: string): Row => ({
  promise: `${name} says ${what}: the member is told, and the send counts for nothing`,
  async play(open) {
    const { vendors, asksForCode, sendsCounted, finishes } = await open({ vendors: [name] });
    const [vendor] = vendors as [(typeof vendors)[0]];
    vendor.refuse(vendorHarnesses[name].refusals[why]);
    const behrouz = await asksForCode();
    await behrouz.hears('sms-refused', 'tap-resend');
    expect(await sendsCounted()).toBe(0);
    await behrouz.hasUsed(1);

    vendor.refuse(null);
    behrouz.presses('button-resend');
    await behrouz.hears('code-sent-again', 'next-send');
    await finishes(behrouz);
  },
});

const successor = (name: VendorName): VendorName =>
  vendorNames[(vendorNames.indexOf(name) + 1) % vendorNames.length] ?? name;

const takesOver = (name: VendorName, what: string, fail: 'refuse' | 'close'): Row => ({
  promise: `${name} ${what}: ${successor(name)} takes over, and the member notices nothing`,
  async play(open) {
    const { vendors, asksForCode, finishes, sendsCounted, inTime } = await open({
      vendors: [name, successor(name)],
    });
    const [first, second] = vendors as [(typeof vendors)[0], (typeof vendors)[0]];
    if (fail === 'close') await first.close();
    else first.refuse(vendorHarnesses[name].refusals.credit);
    const behrouz = await asksForCode();
    await finishes(behrouz);
    // The notice goes out beside the last words.
    await inTime(() => asked(second) >= 2);
    expect([first.arrived.length, asked(second)]).toEqual([0, 2]);
    expect(await sendsCounted()).toBe(5);
  },
});

const resting: Row = {
  promise: 'a vendor that has left three in doubt rests, and the next code goes by the second',
  async play(open) {
    const messengers = platformNames;
    const scene = await open({ messengers, vendors: ['kavenegar', 'smsir'] });
    const { stage, vendors, asksForCode, became, finishes } = scene;
    const [first, second] = vendors as [(typeof vendors)[0], (typeof vendors)[0]];
    first.fail('bad-gateway-page');
    await asksForCode('behrouz');
    await stage.advance(minute / 2);
    await asksForCode('farhad');
    await asksForCode('iraj');
    await became('sms-code', 'doubt', 'doubt', 'doubt');
    expect([asked(first), asked(second)]).toEqual([3, 0]);
    // The member's pause since their own code is over, the vendor's since its last doubt is not.
    await stage.advance(minute / 2);
    await finishes(await asksForCode('behrouz', 'bale'));
    expect(asked(first)).toBe(3);
  },
};

const allDown: Row = {
  promise: 'all are down: the member is told, nothing counts, and staff see who rests',
  async play(open) {
    const scene = await open({ vendors: ['kavenegar', 'smsir'] });
    for (const vendor of scene.vendors) await vendor.close();
    const behrouz = await scene.asksForCode();
    await scene.inTime(async () => (await scene.jobs('sms-code')).join() === 'failed');
    await behrouz.hears('sms-refused', 'tap-resend');
    expect(await scene.sendsCounted()).toBe(0);
    await behrouz.getsNoSms();
    await behrouz.hasUsed(1);

    const mina = scene.stage.account('operator', 'telegram');
    mina.say('/sms');
    const told = bare((await mina.waitFor(words.say('fa', 'sms-title'))).text);
    for (const name of ['kavenegar', 'smsir'])
      expect(told).toMatch(new RegExp(`\\(${name}\\): چند بار پاسخ نداد`));
  },
};

export const sms: Group = {
  trouble: 'an SMS vendor is in trouble',
  rows: [
    ...vendorNames.flatMap((name) => [
      ...doubtful.map(([failure, what]) => inDoubt(name, failure, what)),
      late(name),
      refused(name, 'credit', 'that there is no credit'),
      refused(name, 'recipient', 'that there is no such number'),
      takesOver(name, 'has no credit', 'refuse'),
      takesOver(name, 'cannot be reached', 'close'),
    ]),
    resting,
    allDown,
  ],
};
