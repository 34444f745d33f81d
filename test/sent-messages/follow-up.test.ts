import { beforeEach, expect, it } from 'vitest';
import { SmsMessage, type SmsDelivery } from '../../entities/sms-message.js';
import { makeSentMessages, type SentMessages, type SmsTerms } from '../../src/sent-messages/sent-messages.js';
import { deliveriesOf, totalOf } from '../../src/sent-messages/counts.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock, hour, minute, type HandClock } from '../support/hand-clock.js';

const terms: Record<string, SmsTerms> = {
  kavenegar: { priceRials: 1_450, asksDelivery: true },
  kannel: { priceRials: null, asksDelivery: false },
};

onCleanDatabases('what became of a message', (db) => {
  let clock: HandClock;
  beforeEach(() => {
    clock = handClock();
  });

  const inMessages = <T>(work: (messages: SentMessages) => Promise<T>): Promise<T> =>
    db().inTransaction((tx) => work(makeSentMessages({ tx, clock, terms })));
  const sent = async (through: string, id: string, subject = id): Promise<SmsMessage> => {
    const result = { kind: 'accepted', id: `${through}:${id}`, through } as const;
    await inMessages((messages) => messages.record({ purpose: 'code', subject, result }));
    return db().dataSource.manager.findOneByOrFail(SmsMessage, { provider: through, providerId: id });
  };
  const now = (id: number) => db().dataSource.manager.findOneByOrFail(SmsMessage, { id });
  const hears = (id: number, delivery: SmsDelivery) =>
    inMessages((messages) => messages.recordDelivery(id, delivery));

  it('is asked after a minute, then after twice as long each time, and not after two days', async () => {
    const { id, sentAt } = await sent('kavenegar', '1');
    const asked: number[] = [];
    for (let due = (await now(id)).nextAskAt; due !== null; due = (await now(id)).nextAskAt) {
      clock.set(new Date(due.getTime() - 1));
      expect(await inMessages((messages) => messages.takeDue())).toEqual([]);
      clock.set(due);
      expect(await inMessages((messages) => messages.takeDue())).toHaveLength(1);
      asked.push((due.getTime() - sentAt.getTime()) / minute);
      await hears(id, 'sent');
    }
    expect(asked).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 47 * 60]);
    expect(await now(id)).toMatchObject({ delivery: 'sent', nextAskAt: null });
  });

  it('is asked by one of two that want to', async () => {
    await sent('kavenegar', '1');
    clock.pass(minute);
    const [one, other] = await Promise.all([
      inMessages((messages) => messages.takeDue()),
      inMessages((messages) => messages.takeDue()),
    ]);
    expect(one.length + other.length).toBe(1);
  });

  it('is told once, and what comes after the end changes nothing', async () => {
    const { id } = await sent('kavenegar', '1');
    clock.pass(minute);
    await inMessages((messages) => messages.takeDue());
    expect(await hears(id, 'unknown')).toBeNull();
    expect(await hears(id, 'undelivered')).toMatchObject({ id });
    expect(await hears(id, 'undelivered')).toBeNull();
    expect(await hears(id, 'sent')).toBeNull();
    expect(await now(id)).toMatchObject({ delivery: 'undelivered', nextAskAt: null });
  });

  it('is told to one of two that bring it at once', async () => {
    const { id } = await sent('kavenegar', '1');
    const heard = await Promise.all([hears(id, 'delivered'), hears(id, 'delivered')]);
    expect(heard.filter((message) => message !== null)).toHaveLength(1);
  });

  it('that nobody knows of does not hide what was known', async () => {
    const { id } = await sent('kavenegar', '1');
    await hears(id, 'sent');
    await hears(id, 'unknown');
    expect((await now(id)).delivery).toBe('sent');
  });

  it('is not asked of a provider that reports by itself', async () => {
    const { id } = await sent('kannel', 'abc-1');
    expect((await now(id)).nextAskAt).toBeNull();
    await hears(id, 'sent');
    expect((await now(id)).nextAskAt).toBeNull();
    clock.pass(hour);
    expect(await inMessages((messages) => messages.takeDue())).toEqual([]);
    expect(await inMessages((messages) => messages.find('kannel', 'abc-1'))).toMatchObject({
      id,
      delivery: 'sent',
    });
    expect(await inMessages((messages) => messages.find('kavenegar', 'abc-1'))).toBeNull();
  });

  it('knows whether another message followed about the same thing', async () => {
    const first = await sent('kavenegar', '1', 'challenge');
    expect(await inMessages((messages) => messages.isLast(first))).toBe(true);
    const second = await sent('kavenegar', '2', 'challenge');
    await sent('kavenegar', '3', 'another challenge');
    expect(await inMessages((messages) => messages.isLast(first))).toBe(false);
    expect(await inMessages((messages) => messages.isLast(second))).toBe(true);
  });

  it('is counted by provider and end, with what it cost', async () => {
    const since = clock.now();
    for (const [number, delivery] of (['delivered', 'delivered', 'undelivered', 'sent'] as const).entries())
      await hears((await sent('kavenegar', String(number))).id, delivery);
    await hears((await sent('kannel', 'abc')).id, 'blacklisted');
    const refused = {
      kind: 'refused',
      reason: 'credit',
      fault: 'kavenegar 418',
      through: 'kavenegar',
    } as const;
    await inMessages((messages) => messages.record({ purpose: 'notice', subject: 'r', result: refused }));
    const counts = await inMessages((messages) => messages.counts(since));
    const ofKavenegar = { delivered: 2, undelivered: 1, blacklisted: 0, unknown: 1 };
    expect(deliveriesOf(counts, 'kavenegar')).toEqual(ofKavenegar);
    expect(deliveriesOf(counts, 'kannel')).toEqual({
      ...ofKavenegar,
      delivered: 0,
      undelivered: 0,
      blacklisted: 1,
      unknown: 0,
    });
    expect([totalOf(counts, 'accepted'), totalOf(counts, 'refused')]).toEqual([5, 1]);
    const cost = counts.reduce((sum, { costRials }) => sum + (costRials ?? 0), 0);
    expect(cost).toBe(4 * 1_450);
    expect(await inMessages((messages) => messages.counts(new Date(since.getTime() + 1)))).toEqual([]);
  });
});
