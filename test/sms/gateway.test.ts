import { describe, expect, it } from 'vitest';
import { codeMessage, noticeMessage } from '../contracts/sms-provider.js';
import { accepted, away, badNumber, harness, inDoubt, noCredit } from './two-vendors.js';

describe('the SMS gateway', () => {
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
});
