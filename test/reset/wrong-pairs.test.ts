import { expect, it } from 'vitest';
import { makeWrongPairs } from '../../src/reset/wrong-pairs.js';
import { makeStaffOverride } from '../../src/reset/staff-override.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';

const sara = asker('sara');
const right = pairOf('sara');
const wrong = { ...right, nationalId: pairOf('iraj').nationalId };
const offered = { number: '09120000001', source: 'typed' as const };
const other = { ...right, insuredCode: '999998' };
const unknown = { ...right, insuredCode: '999999' };

const says = async (harness: ResetHarness, pair: typeof right, from = sara) =>
  harness.reset((heart) => heart.identify(pair, from));
const kindOf = async (harness: ResetHarness, pair: typeof right, from = sara) =>
  (await says(harness, pair, from)).kind;

onBothDatabases('wrong pairs', (harness) => {
  it('are five in a chat, and each one after that costs a longer wait', async () => {
    for (let typed = 0; typed < 5; typed += 1) expect(await kindOf(harness(), wrong)).toBe('no-match');
    for (const wait of [minute, 5 * minute, 30 * minute, 2 * hour]) {
      const until = harness().clock.now().getTime() + wait;
      expect(await says(harness(), unknown)).toMatchObject({ kind: 'too-many-pairs', until });
      harness().clock.pass(wait - 1);
      expect(await kindOf(harness(), unknown)).toBe('too-many-pairs');
      harness().clock.pass(1);
      expect(await kindOf(harness(), unknown)).toBe('no-match');
    }
    const until = harness().clock.now().getTime() + day;
    expect(await says(harness(), right)).toMatchObject({ kind: 'too-many-pairs', until });
  });

  it('are not forgotten by a right pair, and are by a right code, as far as the chat goes', async () => {
    for (let typed = 0; typed < 4; typed += 1) await says(harness(), unknown);
    const { challengeId } = await harness().sent('sara', sara, offered);
    expect(await kindOf(harness(), unknown)).toBe('no-match');
    expect(await kindOf(harness(), right)).toBe('too-many-pairs');
    await harness().confirm(challengeId, harness().code(challengeId), sara);
    for (let typed = 0; typed < 4; typed += 1) expect(await kindOf(harness(), other)).toBe('no-match');
    expect(await kindOf(harness(), right)).toBe('under-way');
  });

  it('are taken from nobody four hundred times with a right one after every fourth', async () => {
    const kinds = [];
    for (let typed = 1; typed <= 40; typed += 1) {
      kinds.push(await kindOf(harness(), { ...wrong, insuredCode: String(700_000 + typed) }));
      if (typed % 4 === 0) await says(harness(), right);
    }
    expect(kinds.filter((kind) => kind === 'no-match')).toHaveLength(5);
  });

  it.each([
    ['of a member', right.insuredCode],
    ['of nobody', '999999'],
  ])(
    'are ten a day about the insured code %s, from whatever chats, and then nobody is told',
    async (_whose, insuredCode) => {
      const guess = { ...wrong, insuredCode };
      for (let chat = 0; chat < 10; chat += 1) {
        expect(await kindOf(harness(), guess, stranger(chat))).toBe('no-match');
      }
      expect(await kindOf(harness(), guess, stranger(99))).toBe('code-perhaps-sent');
      harness().clock.pass(day);
      expect(await kindOf(harness(), guess, stranger(99))).toBe('no-match');
    },
  );

  it('are ten a day about a national ID, and then the right pair is answered as a wrong one', async () => {
    for (let chat = 0; chat < 10; chat += 1) {
      await says(harness(), { ...right, insuredCode: String(800_000 + chat) }, stranger(chat));
    }
    expect(await kindOf(harness(), right)).toBe('code-perhaps-sent');
    harness().clock.pass(day);
    expect(await kindOf(harness(), right)).toBe('asking-portal');
  });

  it.each([
    ['a national ID', (chat: number) => ({ ...right, insuredCode: String(800_000 + chat) })],
    ['a code of nobody', () => ({ ...wrong, insuredCode: '999999' })],
    ['the code of a member', () => wrong],
  ])('are ten a day about %s, though sixty chats write at the same moment', async (_what, guess) => {
    const chats = Array.from({ length: 60 }, (_, chat) => chat);
    const kinds = await Promise.all(chats.map((chat) => kindOf(harness(), guess(chat), stranger(chat))));
    expect(kinds.filter((kind) => kind === 'no-match')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'code-perhaps-sent')).toHaveLength(50);
  });

  it('of strangers do not keep a member out of a chat where the right code was once typed', async () => {
    const { challengeId } = await harness().sent('sara', sara, offered);
    await harness().confirm(challengeId, harness().code(challengeId), sara);
    for (let chat = 0; chat < 10; chat += 1) await says(harness(), wrong, stranger(chat));
    expect(await kindOf(harness(), right, asker('sara', 'bale'))).toBe('code-perhaps-sent');
    expect(await kindOf(harness(), wrong)).toBe('no-match');
    expect(await kindOf(harness(), right)).toBe('under-way');
  });

  it('can be forgotten by staff', async () => {
    for (let chat = 0; chat < 10; chat += 1) await says(harness(), wrong, stranger(chat));
    await harness().db.inTransaction((tx) => {
      return makeWrongPairs(harness().services(tx).resetDeps).clearPair(right);
    });
    expect(await kindOf(harness(), right)).toBe('asking-portal');
  });

  it('are forgotten by an unlock in the chats that wrote of this member, and in no other', async () => {
    const other = stranger(1);
    for (let typed = 0; typed < 5; typed += 1) {
      await says(harness(), wrong);
      await says(harness(), { ...pairOf('behrouz'), nationalId: '0080000088' }, other);
    }
    expect(await kindOf(harness(), right)).toBe('too-many-pairs');
    await harness().db.inTransaction(async (tx) => {
      const { members, resetDeps } = harness().services(tx);
      const member = await members.lockForUpdate(harness().ids.sara);
      await makeStaffOverride(resetDeps).unlock(member!);
    });
    expect(await kindOf(harness(), unknown, other)).toBe('too-many-pairs');
    expect(await kindOf(harness(), right)).toBe('asking-portal');
  });
});
