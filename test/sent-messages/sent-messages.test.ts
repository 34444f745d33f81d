import { afterEach, beforeEach, expect, it } from 'vitest';
import { SmsMessage } from '../../entities/sms-message.js';
import { makeSendCodeHandler } from '../../src/handlers/sms/send-code.js';
import { makeSendNoticeHandler } from '../../src/handlers/sms/send-notice.js';
import type { AnyJobHandler } from '../../src/outbox/handler.js';
import type { SendResult } from '../../src/sms/gateway.js';
import { makeSentMessages } from '../../src/sent-messages/sent-messages.js';
import { purgeSentMessages } from '../../src/sent-messages/purge.js';
import type { ResetResults } from '../../src/reset/service.js';
import { openOutbox } from '../outbox/harness.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { day } from '../support/hand-clock.js';
import { eventually } from '../support/eventually.js';

const through = 'kavenegar';
const challengeId = 'c'.repeat(32);
const to = '09120000001';

onCleanDatabases('the book of text messages', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  /** Sends one code and one notice, to which the gateway has this to say. */
  async function given(result: SendResult): Promise<SmsMessage[]> {
    const { clock, keyring } = outbox;
    let asked = 0;
    const send = async () => {
      asked += 1;
      return result;
    };
    const sms = { sendCode: send, sendNotice: send };
    const results = () => ({ sendRefused: async () => undefined }) as unknown as ResetResults;
    const sent: Parameters<typeof makeSendNoticeHandler>[0]['sent'] = (tx) =>
      makeSentMessages({ tx, clock, terms: { kavenegar: { priceRials: 1_450, asksDelivery: true } } });
    const [code, notice] = [
      makeSendCodeHandler({ sms, keyring, clock, results, sent, codeDigits: 5 }) as AnyJobHandler,
      makeSendNoticeHandler({ sms, sent }) as AnyJobHandler,
    ];
    const order = { challengeId, keyId: keyring.current, send: 1, to, minutes: 5, platform: 'bale' };
    await outbox.write(
      { kind: 'sms-code', payload: order },
      { kind: 'sms-notice', payload: { to, notice: 'reset', subject: 'r'.repeat(32) } },
    );
    outbox.work([code, notice]);
    // What is begun is finished before it closes; what is only leased by then would be given back.
    await eventually(
      () => asked,
      (count) => count === 2,
    );
    await outbox.close();
    return db().dataSource.manager.find(SmsMessage, { order: { purpose: 'ASC' } });
  }

  it('has a line for each code and notice, through whom it went and what it cost', async () => {
    const lines = await given({ kind: 'accepted', id: 'kavenegar:8792343', through });
    const common = { provider: 'kavenegar', providerId: '8792343', state: 'accepted', delivery: 'unknown' };
    const sentAt = outbox.clock.now();
    expect(lines).toMatchObject([
      { ...common, purpose: 'code', subject: challengeId, priceRials: 1_450, sentAt },
      { ...common, purpose: 'notice', subject: 'r'.repeat(32), priceRials: 1_450, sentAt },
    ]);
  });

  it('has a refused one as refused, which costs nothing', async () => {
    const lines = await given({ kind: 'refused', reason: 'recipient', fault: 'kavenegar 411', through });
    expect(lines.map(({ state, priceRials, providerId }) => [state, priceRials, providerId])).toEqual([
      ['refused', null, null],
      ['refused', null, null],
    ]);
  });

  it('has a code that may have gone out as in doubt, with its price', async () => {
    const lines = await given({ kind: 'unavailable', maybeSent: true, fault: 'away', through });
    expect(lines).toMatchObject([{ purpose: 'code', state: 'doubt', priceRials: 1_450 }]);
  });

  it('has nothing of what reached nobody', async () => {
    expect(await given({ kind: 'unavailable', maybeSent: false, fault: 'away', through })).toEqual([]);
    expect(await given({ kind: 'refused', reason: 'recipient', fault: 'no number', through: null })).toEqual(
      [],
    );
  });

  it('holds neither number nor code', async () => {
    const lines = await given({ kind: 'accepted', id: 'kavenegar:8792343', through });
    expect(JSON.stringify(lines)).not.toContain(to.slice(1));
  });

  it('keeps a line for 400 days', async () => {
    await given({ kind: 'accepted', id: 'kavenegar:8792343', through });
    const purge = () => db().inTransaction((tx) => purgeSentMessages(tx, outbox.clock.now()));
    outbox.clock.pass(400 * day);
    expect(await purge()).toBe(0);
    outbox.clock.pass(1);
    expect(await purge()).toBe(2);
  });
});
