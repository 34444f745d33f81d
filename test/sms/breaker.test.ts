import { describe, expect, it } from 'vitest';
import { codeMessage, noticeMessage } from '../contracts/sms-provider.js';
import { accepted, away, badNumber, harness, inDoubt, minute, noCredit } from './two-vendors.js';

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
