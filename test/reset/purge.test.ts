import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { purgeBoundChats, purgeChallenges } from '../../src/reset/purge.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { asker, another } from '../support/reset-harness.js';

onBothDatabases('a request for a code, and the number it went to', (harness) => {
  const purge = () => harness().db.inTransaction((tx) => purgeChallenges(tx, harness().clock.now()));
  const left = async () => (await harness().manager.find(Challenge)).map(({ state }) => state);

  it('is kept for a week after its life, however it ended', async () => {
    const sara = asker('sara');
    const { challengeId } = await harness().sent('sara', sara, { number: '09120000001', source: 'typed' });
    await harness().reset((heart) => heart.reportNumber(challengeId, sara));
    await harness().reserved('behrouz');
    harness().clock.pass(5 * minute + 7 * day);
    expect([await purge(), (await left()).toSorted()]).toEqual([0, ['abandoned', 'spent']]);
    harness().clock.pass(1);
    expect([await purge(), await left()]).toEqual([2, []]);
    expect(await harness().confirm(challengeId, '12345', sara)).toEqual({ kind: 'challenge-over' });
  });

  it('is never taken away while it is open', async () => {
    const behrouz = asker('behrouz');
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(30 * day);
    expect([await purge(), await left()]).toEqual([0, ['open']]);
    const wrong = another(harness().code(challengeId));
    expect(await harness().confirm(challengeId, wrong, behrouz)).toEqual({ kind: 'code-expired' });
    expect([await purge(), await left()]).toEqual([1, []]);
  });
});

onBothDatabases('a chat that ended with its member', (harness) => {
  it('is known for thirty days more, and one that has not ended for good', async () => {
    const { manager, clock, ids, db } = harness();
    const purge = () => db.inTransaction((tx) => purgeBoundChats(tx, clock.now()));
    const bond = { memberId: ids.behrouz, boundAt: clock.now(), provenBy: null, lastUsedAt: null };
    await manager.insert(BoundChat, [
      { ...bond, chatKey: 'telegram:700001:1', endedAt: clock.now(), endedFor: 'own' },
      { ...bond, chatKey: 'telegram:700001:2', endedAt: null, endedFor: null },
    ]);
    clock.pass(30 * day);
    expect(await purge()).toBe(0);
    clock.pass(1);
    expect(await purge()).toBe(1);
    const left = await manager.findBy(BoundChat, { memberId: ids.behrouz });
    expect(left.map(({ chatKey }) => chatKey)).toEqual(['telegram:700001:2']);
  });
});
