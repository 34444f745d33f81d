import { expect, it } from 'vitest';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { asker, stranger } from '../support/reset-harness.js';
import { challenge } from './in-the-dark.js';
import { first, trail } from './typed-codes.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');
const sara = asker('sara');

onBothDatabases('a newer request', (harness) => {
  const bind = async (from = behrouz) => {
    await harness().settleDone(await harness().reserved('behrouz', from));
    harness().clock.pass(2 * minute);
  };

  it('of another chat of the member’s own takes the place of the one that waits there', async () => {
    await bind();
    await bind(atBale);
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(2 * minute);
    await harness().sent('behrouz', atBale);
    expect((await challenge(harness(), challengeId)).state).toBe('abandoned');
  });

  it('of a stranger waits for the member’s own, and the trail says why', async () => {
    await bind();
    await harness().sent('behrouz', behrouz);
    await expect(harness().sent('behrouz', stranger(1))).rejects.toThrow('send-too-soon');
    expect(await trail(harness(), 'send-too-soon')).toEqual([
      { memberId: harness().ids.behrouz, detail: { cap: 'own-chat' } },
    ]);
  });
});

onBothDatabases('a code that is sent again', (harness) => {
  const resend = (challengeId: string, from = behrouz) =>
    harness().reset((heart) => heart.resend(challengeId, from));

  it('is in the trail with its request, and an offered number pays for it', async () => {
    const { challengeId } = await harness().sent('sara', sara, first);
    harness().clock.pass(minute);
    expect((await resend(challengeId, sara)).kind).toBe('code-sent-again');
    expect(await trail(harness(), 'code-sent-again')).toEqual([
      { memberId: harness().ids.sara, detail: { challenge: challengeId } },
    ]);
    const key = `sends:offered:${harness().keyring.index('limit', first.number)}`;
    const { db, services } = harness();
    expect(await db.inTransaction((tx) => services(tx).limits.count(key))).toBe(2);
  });
});

onBothDatabases(
  'a code that a chat may not have sent again',
  (harness) => {
    it('is refused as any other that it asks for', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      harness().clock.pass(minute);
      const again = await harness().reset((heart) => heart.resend(challengeId, behrouz));
      expect(again.kind).toBe('too-many-sends');
      expect(await harness().jobs('sms-code')).toHaveLength(1);
    });
  },
  { sendsPerChatAndHour: 1 },
);
