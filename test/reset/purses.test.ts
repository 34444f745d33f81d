import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import type { Asker } from '../../src/chats/address.js';
import { makeStaffOverride } from '../../src/reset/staff-override.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { another, asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';

const own = asker('behrouz');
const shared = asker('behrouz', 'bale');

/** The member has once got back in this chat. */
async function bind(harness: ResetHarness, chat: Asker): Promise<void> {
  await harness.settleDone(await harness.reserved('behrouz', chat));
  harness.clock.pass(2 * minute);
}

const opens = async (harness: ResetHarness, from: Asker) => {
  const identified = await harness.identifies('behrouz', from);
  if (identified.kind !== 'asking-portal') return identified;
  return harness.reset((heart) => heart.open(identified.ticket, 'changed', from));
};

async function usesUpCodes(harness: ResetHarness, from: Asker, count = 10): Promise<string> {
  let kind = '';
  for (let typed = 0; typed < count;) {
    const opened = await opens(harness, from);
    if (opened.kind !== 'code-sent') return opened.kind;
    const wrong = another(harness.code(opened.challengeId));
    for (let here = 0; here < 3 && typed < count; here += 1, typed += 1) {
      ({ kind } = await harness.confirm(opened.challengeId, wrong, from));
    }
    harness.clock.pass(2 * minute);
  }
  return kind;
}

const recovers = async (harness: ResetHarness, from: Asker): Promise<string> => {
  const opened = await opens(harness, from);
  if (opened.kind !== 'code-sent') return opened.kind;
  return (await harness.confirm(opened.challengeId, harness.code(opened.challengeId), from)).kind;
};

const plenty = { sendsPerMobileAndDay: 100, sendsPerMemberAndDay: 100, sendsPerChatAndHour: 100 };

onBothDatabases('whatever strangers use up, a chat bound to the member has its own of:', (harness) => {
  it('sends', async () => {
    await bind(harness(), own);
    // The first one went to the member, while their chat was still any chat.
    for (let sent = 1; sent < 5; sent += 1) {
      expect((await opens(harness(), stranger(sent))).kind).toBe('code-sent');
      harness().clock.pass(2 * minute);
    }
    expect((await opens(harness(), stranger(9))).kind).toBe('too-many-sends');
    expect(await recovers(harness(), own)).toBe('code-right');
  });

  it('the pause between them', async () => {
    await bind(harness(), own);
    expect((await opens(harness(), stranger(1))).kind).toBe('code-sent');
    expect(await recovers(harness(), own)).toBe('code-right');
  });

  it('wrong pairs', async () => {
    await bind(harness(), own);
    const wrong = { ...pairOf('behrouz'), nationalId: '0010000011' };
    for (let chat = 0; chat < 12; chat += 1) {
      await harness().reset((heart) => heart.identify(wrong, stranger(chat)));
    }
    expect(await recovers(harness(), own)).toBe('code-right');
  });
});

onBothDatabases(
  'wrong codes in a row are counted in two purses:',
  (harness) => {
    it('those of strangers lock out strangers, for a day and then for good, and no chat of the member', async () => {
      await bind(harness(), own);
      expect(await usesUpCodes(harness(), stranger(1))).toBe('locked');
      expect(await recovers(harness(), own)).toBe('code-right');
      await harness().settle((results) => results.askAgain());
      harness().clock.pass(day);
      expect(await usesUpCodes(harness(), stranger(1))).toBe('under-way');
    });

    it('a second lock of strangers holds until staff lift it, and no chat of the member feels it', async () => {
      await bind(harness(), own);
      await usesUpCodes(harness(), stranger(1));
      harness().clock.pass(day);
      expect(await usesUpCodes(harness(), stranger(2))).toBe('locked-until-staff');
      harness().clock.pass(30 * day);
      expect((await opens(harness(), stranger(3))).kind).toBe('locked-until-staff');
      expect(await recovers(harness(), own)).toBe('code-right');
    });

    it('those of a bound chat lock out bound chats', async () => {
      await bind(harness(), own);
      await bind(harness(), shared);
      expect(await usesUpCodes(harness(), own)).toBe('locked');
      expect((await opens(harness(), shared)).kind).toBe('locked');
      expect((await opens(harness(), stranger(1))).kind).toBe('code-sent');
    });

    it('a right code clears the purse in which it was typed, and not the other', async () => {
      await bind(harness(), own);
      await usesUpCodes(harness(), stranger(1), 9);
      await recovers(harness(), own);
      expect(await member(harness())).toMatchObject({ wrongCodesInRow: 9, boundWrongCodesInRow: 0 });
    });
  },
  { ...plenty },
);

const member = (harness: ResetHarness) =>
  harness.manager.findOneByOrFail(Member, { id: harness.ids.behrouz });

onBothDatabases('a request that waits in a chat bound to the member', (harness) => {
  it('is not ended by a stranger’s, and theirs is by the member’s', async () => {
    await bind(harness(), own);
    const theirs = await opens(harness(), stranger(1));
    const mine = await opens(harness(), own);
    if (mine.kind !== 'code-sent' || theirs.kind !== 'code-sent') throw new Error('a code was not sent');
    expect(
      await harness().confirm(theirs.challengeId, harness().code(theirs.challengeId), stranger(1)),
    ).toEqual({
      kind: 'challenge-over',
    });
    harness().clock.pass(minute);
    const until = mine.expiresAt;
    expect(await opens(harness(), stranger(1))).toMatchObject({ kind: 'send-too-soon', until });
    const right = await harness().confirm(mine.challengeId, harness().code(mine.challengeId), own);
    expect(right.kind).toBe('code-right');
  });
});

onBothDatabases(
  'an unlock',
  (harness) => {
    const unlock = () =>
      harness().db.inTransaction(async (tx) => {
        const { members, resetDeps } = harness().services(tx);
        const found = await members.lockForUpdate(harness().ids.behrouz);
        return makeStaffOverride(resetDeps).unlock(found!);
      });

    it('clears locks, wrong codes, wrong pairs and sends, and says how many', async () => {
      expect(await usesUpCodes(harness(), stranger(1), 10)).toBe('locked');
      expect(await unlock()).toEqual({ locks: 1, wrongCodes: 0, wrongPairs: 0, sends: 4, chats: 0 });
      await opens(harness(), stranger(2));
      harness().clock.pass(2 * minute);
      expect((await opens(harness(), stranger(3))).kind).toBe('code-sent');
      await harness().reset((heart) =>
        heart.identify({ ...pairOf('behrouz'), nationalId: '0010000011' }, stranger(4)),
      );
      expect(await unlock()).toEqual({ locks: 0, wrongCodes: 0, wrongPairs: 1, sends: 2, chats: 1 });
      expect((await opens(harness(), stranger(5))).kind).toBe('code-sent');
    });
  },
  { sendsPerChatAndHour: 100 },
);
