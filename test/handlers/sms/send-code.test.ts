import { beforeEach, describe, expect, it } from 'vitest';
import { makeKeyring } from '../../../src/keys/make-keyring.js';
import { makeSendCodeHandler } from '../../../src/handlers/sms/send-code.js';
import { systemRandom } from '../../../src/random.js';
import { codeOf } from '../../../src/reset/code.js';
import type { SendResult } from '../../../src/sms/gateway.js';
import type { CodeMessage } from '../../../src/sms/port.js';
import { handClock, minute, type HandClock } from '../../support/hand-clock.js';
import { testKeys } from '../../support/test-keys.js';
import { firstTry } from '../../outbox/harness.js';

describe('a code by SMS', () => {
  const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
  const order = {
    challengeId: 'c'.repeat(32),
    keyId: keyring.current,
    send: 2,
    to: '09120000001',
    minutes: 5,
    platform: 'telegram',
  } as const;
  const through = 'kavenegar';
  const accepted: SendResult = { kind: 'accepted', id: 'kavenegar:77', through };
  const away = (maybeSent: boolean): SendResult => ({
    kind: 'unavailable',
    maybeSent,
    fault: 'away',
    through,
  });
  let clock: HandClock;
  let sent: CodeMessage[];
  beforeEach(() => {
    [clock, sent] = [handClock(), []];
  });
  const nothingIsSettled = () => {
    throw new Error('nothing is settled here');
  };
  const send = (result: SendResult) =>
    makeSendCodeHandler({
      sms: { sendCode: async (message) => (sent.push(message), result) },
      keyring,
      clock,
      codeDigits: 5,
      results: nothingIsSettled,
      sent: nothingIsSettled,
    }).run(order, firstTry);

  it('carries the code of its challenge, and a reference for each send', async () => {
    expect(await send(accepted)).toEqual({ kind: 'done', result: accepted, outsideId: 'kavenegar:77' });
    expect(sent).toMatchObject([{ to: order.to, code: codeOf(keyring, order, 5), minutes: 5 }]);
    expect(sent[0]?.reference).toBe(`${order.challengeId}-2`);
  });

  it('that certainly was not sent may be tried again, and one that may have been is left in doubt', async () => {
    expect(await send(away(false))).toMatchObject({
      kind: 'retry',
    });
    expect(await send(away(true))).toMatchObject({
      kind: 'unknown',
    });
  });

  it('that is refused is told as refused', async () => {
    const refused = { kind: 'refused', reason: 'recipient', fault: 'kavenegar 411', through } as const;
    expect(await send(refused)).toMatchObject({ kind: 'failed', result: refused });
  });

  it('is not sent any more once it is dead', async () => {
    clock.pass(5 * minute);
    expect(await send(accepted)).toMatchObject({ kind: 'failed', result: 'not given' });
    expect(sent).toEqual([]);
  });
});
