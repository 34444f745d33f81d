import { describe, expect, it } from 'vitest';
import { makeSmsGateway, type SmsGateway } from '../../src/sms/gateway.js';
import type { SmsProvider, SmsResult } from '../../src/sms/port.js';
import { codeMessage, noticeMessage } from '../contracts/sms-provider.js';

const accepted: SmsResult = { kind: 'accepted', id: '77' };
const noCredit: SmsResult = { kind: 'refused', reason: 'credit', fault: 'no credit' };
const badNumber: SmsResult = { kind: 'refused', reason: 'recipient', fault: 'bad number' };
const away: SmsResult = { kind: 'unavailable', maybeSent: false, fault: 'away' };
const inDoubt: SmsResult = { kind: 'unavailable', maybeSent: true, fault: 'too slow' };

const minute = 60_000;

/** Two vendors whose next words are ours to choose, and a clock to turn. */
function harness(): {
  gateway: SmsGateway;
  says: { first: SmsResult; second: SmsResult };
  asked: string[];
  troubles: string[];
  back: string[];
  later: (ms: number) => void;
} {
  let now = Date.parse('2026-11-23T08:00:00Z');
  const says = { first: accepted, second: accepted };
  const asked: string[] = [];
  const troubles: string[] = [];
  const back: string[] = [];
  const provider = (name: 'first' | 'second'): SmsProvider => {
    const send = async (): Promise<SmsResult> => {
      asked.push(name);
      return says[name];
    };
    return {
      name,
      sendCode: send,
      sendNotice: send,
      status: async (id) => (id === '77' ? 'delivered' : 'unknown'),
      credit: async () => (name === 'first' ? { left: 1_000, unit: 'messages' } : null),
    };
  };
  const gateway = makeSmsGateway({
    providers: [provider('first'), provider('second')],
    clock: { now: () => new Date(now) },
    breaker: { faults: 3, restMs: minute },
    onTrouble: ({ provider, kind }) => void troubles.push(`${provider} ${kind}`),
    onBack: (provider) => void back.push(provider),
  });
  return {
    gateway,
    says,
    asked,
    troubles,
    back,
    later: (ms) => {
      now += ms;
    },
  };
}

describe('the SMS gateway', () => {
  it('names who rests until they have sent again', async () => {
    const { gateway, says, later } = harness();
    says.first = away;
    for (let sent = 0; sent < 3; sent += 1) {
      expect(gateway.resting()).toEqual([]);
      await gateway.sendCode(codeMessage);
    }
    expect(gateway.resting()).toEqual(['first']);
    later(5 * minute);
    expect(gateway.resting()).toEqual(['first']);
    says.first = accepted;
    await gateway.sendCode(codeMessage);
    expect(gateway.resting()).toEqual([]);
  });

  it('tells once that a provider which rested sends again, and of nobody who never rested', async () => {
    const { gateway, says, back, later } = harness();
    await gateway.sendCode(codeMessage);
    says.first = away;
    for (let tries = 0; tries < 3; tries += 1) await gateway.sendCode(codeMessage);
    later(minute);
    await gateway.sendCode(codeMessage);
    expect(back).toEqual([]);
    later(minute);
    says.first = accepted;
    for (let tries = 0; tries < 2; tries += 1) await gateway.sendCode(codeMessage);
    expect(back).toEqual(['first']);
  });

  it('keeps no id of a vendor that there is no room for, and takes the message for sent', async () => {
    const { gateway, says } = harness();
    const withId = async (id: string) => {
      says.first = { kind: 'accepted', id };
      return gateway.sendCode(codeMessage);
    };
    expect(await withId('7'.repeat(70))).toEqual({ kind: 'accepted', id: null, through: 'first' });
    expect(await withId('7'.repeat(58))).toMatchObject({ id: `first:${'7'.repeat(58)}` });
  });

  it('goes by the order, and says through whom', async () => {
    const { gateway, asked } = harness();
    expect(await gateway.sendCode(codeMessage)).toEqual({
      kind: 'accepted',
      id: 'first:77',
      through: 'first',
    });
    expect(await gateway.sendNotice(noticeMessage)).toMatchObject({ through: 'first' });
    expect(asked).toEqual(['first', 'first']);
    expect(await gateway.status('first:77')).toBe('delivered');
    expect(await gateway.status('somebody:77')).toBe('unknown');
  });

  it.each([noCredit, badNumber, away])(
    'goes to the next when the first has certainly not sent: $fault',
    async (why) => {
      const { gateway, says } = harness();
      says.first = why;
      expect(await gateway.sendCode(codeMessage)).toEqual({
        kind: 'accepted',
        id: 'second:77',
        through: 'second',
      });
    },
  );

  it('does not repeat by itself what may have gone out', async () => {
    const { gateway, says, asked } = harness();
    says.first = inDoubt;
    expect(await gateway.sendCode(codeMessage)).toEqual({ ...inDoubt, through: 'first' });
    expect(asked).toEqual(['first']);
  });

  it.each(['09120000001 09120000002', '09120000001,09120000002', '+989120000001', ''])(
    'what is not one mobile number reaches nobody: "%s"',
    async (to) => {
      const { gateway, asked } = harness();
      const result = await gateway.sendCode({ ...codeMessage, to });
      expect(result).toMatchObject({ kind: 'refused', reason: 'recipient', through: null });
      expect(asked).toEqual([]);
    },
  );

  it('is refused for good only when every provider has refused', async () => {
    const { gateway, says } = harness();
    Object.assign(says, { first: noCredit, second: badNumber });
    expect(await gateway.sendCode(codeMessage)).toEqual({ ...badNumber, through: 'second' });
    Object.assign(says, { first: away, second: badNumber });
    expect(await gateway.sendCode(codeMessage)).toEqual({ ...away, through: 'first' });
  });

  it('leaves a vendor in trouble alone for a while, then lets one message try', async () => {
    const { gateway, says, asked, later } = harness();
    says.first = inDoubt;
    for (let fault = 0; fault < 3; fault += 1) await gateway.sendCode(codeMessage);
    asked.length = 0;
    expect(await gateway.sendCode(codeMessage)).toMatchObject({ through: 'second' });
    expect(asked).toEqual(['second']);
    later(minute);
    says.first = accepted;
    const [one, other] = await Promise.all([gateway.sendCode(codeMessage), gateway.sendCode(codeMessage)]);
    expect([one.through, other.through]).toEqual(['first', 'second']);
    expect(await gateway.sendCode(codeMessage)).toMatchObject({ through: 'first' });
  });

  it('a trial that fails opens the breaker anew', async () => {
    const { gateway, says, later } = harness();
    says.first = noCredit;
    for (let fault = 0; fault < 3; fault += 1) await gateway.sendCode(codeMessage);
    later(minute);
    await gateway.sendCode(codeMessage);
    expect(await gateway.statuses()).toEqual([
      { name: 'first', breaker: 'open', credit: { left: 1_000, unit: 'messages' } },
      { name: 'second', breaker: 'closed', credit: null },
    ]);
  });

  it('numbers that a vendor does not take are held against nobody', async () => {
    const { gateway, says } = harness();
    says.first = badNumber;
    for (let time = 0; time < 5; time += 1) await gateway.sendCode(codeMessage);
    expect(await gateway.statuses()).toMatchObject([{ breaker: 'closed' }, { breaker: 'closed' }]);
  });

  it('a provider that rests has not refused', async () => {
    const { gateway, says } = harness();
    says.first = inDoubt;
    for (let fault = 0; fault < 3; fault += 1) await gateway.sendCode(codeMessage);
    says.second = noCredit;
    expect(await gateway.sendCode(codeMessage)).toMatchObject({ kind: 'unavailable', maybeSent: false });
  });

  it('with every provider resting, nothing was sent and it may be tried again', async () => {
    const { gateway, says } = harness();
    Object.assign(says, { first: noCredit, second: noCredit });
    for (let fault = 0; fault < 3; fault += 1) await gateway.sendCode(codeMessage);
    expect(await gateway.sendCode(codeMessage)).toMatchObject({
      kind: 'unavailable',
      maybeSent: false,
      through: null,
    });
  });

  it('lets codes go on by a provider that refuses notices, however often', async () => {
    const { gateway, says, troubles } = harness();
    says.first = { kind: 'refused', reason: 'configuration', fault: 'first 424' };
    for (let notice = 0; notice < 9; notice += 1)
      expect(await gateway.sendNotice(noticeMessage)).toMatchObject({ through: 'second' });
    expect(troubles).not.toContain('first resting');
    expect(troubles).toContain('first misconfigured');
    says.first = accepted;
    expect(await gateway.sendCode(codeMessage)).toMatchObject({ through: 'first' });
  });

  it('goes by one provider only where it is named, resting or not, and by all but one', async () => {
    const { gateway, says, asked } = harness();
    says.first = inDoubt;
    for (let fault = 0; fault < 3; fault += 1) await gateway.sendCode(codeMessage);
    says.first = accepted;
    asked.length = 0;
    expect(await gateway.sendNotice(noticeMessage, { only: 'first' })).toMatchObject({ through: 'first' });
    expect(await gateway.sendCode(codeMessage, { without: 'first' })).toMatchObject({ through: 'second' });
    expect(await gateway.sendCode(codeMessage, { only: 'third' })).toMatchObject({ through: null });
    expect(asked).toEqual(['first', 'second']);
    expect(await gateway.statuses()).toMatchObject([{ breaker: 'closed' }, { breaker: 'closed' }]);
  });

  it('tells of what somebody has to mend, and of who rests', async () => {
    const { gateway, says, troubles } = harness();
    says.first = noCredit;
    await gateway.sendCode(codeMessage);
    says.first = { kind: 'refused', reason: 'configuration', fault: 'first 403' };
    await gateway.sendCode(codeMessage);
    says.first = badNumber;
    await gateway.sendCode(codeMessage);
    expect(troubles).toEqual(['first no-credit', 'first misconfigured']);
    troubles.length = 0;
    says.first = away;
    for (let fault = 0; fault < 3; fault += 1) await gateway.sendCode(codeMessage);
    expect(troubles).toEqual(['first resting']);
  });
});
