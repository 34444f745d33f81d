import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { confirm } from '../../src/reset/confirm.js';
import type { ConfirmResult } from '../../src/reset/outcomes.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute, second } from '../support/hand-clock.js';
import { another, asker, stranger, type ResetHarness } from '../support/reset-harness.js';
import { alerted } from './alerted.js';

const behrouz = asker('behrouz');

/** So many wrong codes in a row, over as many challenges as that takes; the last answer. */
async function wrongCodes(harness: ResetHarness, count: number): Promise<{ kind: string }> {
  let answer: { kind: string } = { kind: 'none' };
  for (let typed = 0; typed < count;) {
    const { challengeId } = await harness.sent('behrouz', behrouz);
    for (let here = 0; here < 3 && typed < count; here += 1, typed += 1) {
      answer = await harness.confirm(challengeId, another(harness.code(challengeId)), behrouz);
    }
  }
  return answer;
}

const member = (harness: ResetHarness) =>
  harness.manager.findOneByOrFail(Member, { id: harness.ids.behrouz });
const challenge = (harness: ResetHarness, id: string) => harness.manager.findOneByOrFail(Challenge, { id });

onBothDatabases('wrong codes', (harness) => {
  it('count down from three, and the third ends the challenge even for the right code', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const wrong = () => harness().confirm(challengeId, another(harness().code(challengeId)), behrouz);
    expect(await wrong()).toEqual({ kind: 'code-wrong', left: 2 });
    expect(await wrong()).toEqual({ kind: 'code-wrong', left: 1 });
    expect(await wrong()).toMatchObject({ kind: 'code-wrong-last' });
    const right = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(right).toEqual({ kind: 'challenge-over' });
    expect(await harness().jobs('portal-reset')).toEqual([]);
  });

  it('are not forgotten by sending the code again: two, a resend and one more is dead', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const wrong = () => harness().confirm(challengeId, another(harness().code(challengeId)), behrouz);
    await wrong();
    await wrong();
    harness().clock.pass(minute);
    const again = await harness().reset((heart) => heart.resend(challengeId, behrouz));
    expect(again.kind).toBe('code-sent-again');
    expect((await challenge(harness(), challengeId)).wrongCodes).toBe(2);
    expect(await wrong()).toMatchObject({ kind: 'code-wrong-last' });
    expect((await challenge(harness(), challengeId)).state).toBe('locked');
  });

  it('are told to the number on record and to the member’s other chats, once a day', async () => {
    const other = asker('behrouz', 'bale');
    await harness().settleDone(await harness().reserved('behrouz', other));
    harness().clock.pass(day);
    await wrongCodes(harness(), 3);
    harness().clock.pass(2 * minute);
    await wrongCodes(harness(), 3);
    const notices = await harness().jobs<{ notice: string }>('sms-notice');
    expect(notices.filter(({ notice }) => notice === 'wrong-codes')).toHaveLength(1);
    const told = (await harness().told(other)).filter(({ kind }) => kind === 'notice-wrong-codes');
    expect(told).toHaveLength(1);
    expect((await harness().told(behrouz)).map(({ kind }) => kind)).not.toContain('notice-wrong-codes');
  });
});

onBothDatabases(
  'ten wrong codes in a row',
  (harness) => {
    it('lock the way back for a day, whatever challenge they were typed in', async () => {
      expect(await wrongCodes(harness(), 9)).toMatchObject({ kind: 'code-wrong-last' });
      const until = harness().clock.now().getTime() + day;
      expect(await wrongCodes(harness(), 1)).toMatchObject({ kind: 'locked', until });
      const refused = () => harness().identifies('behrouz', behrouz);
      harness().clock.pass(day - 1);
      expect(await refused()).toMatchObject({ kind: 'locked', until });
      harness().clock.pass(1);
      expect(await refused()).toMatchObject({ kind: 'asking-portal' });
    });

    it('lock it until staff come when it happens again without a right code between', async () => {
      await wrongCodes(harness(), 10);
      harness().clock.pass(day);
      expect(await wrongCodes(harness(), 10)).toMatchObject({ kind: 'locked-until-staff' });
      harness().clock.pass(30 * day);
      expect(await harness().identifies('behrouz', behrouz)).toMatchObject({ kind: 'locked-until-staff' });
    });

    it('are told to staff the second time, with the insured code and the reference that the member reads', async () => {
      await wrongCodes(harness(), 10);
      harness().clock.pass(day);
      await wrongCodes(harness(), 9);
      const { challengeId } = await harness().sent('behrouz', behrouz);
      const code = another(harness().code(challengeId));
      const answers: ConfirmResult[] = [];
      const raised = await alerted(harness(), async (deps) =>
        answers.push(await confirm(deps, challengeId, code, behrouz)),
      );
      const reference = expect.any(String) as string;
      expect(answers).toEqual([{ kind: 'locked-until-staff', reference }]);
      const facts = { reference: (answers[0] as { reference: string }).reference };
      expect(raised).toEqual([{ cause: 'closed-for-wrong-codes', about: '310002', facts }]);
    });

    it('begin anew after a right code, and the first lock is forgotten with them', async () => {
      await wrongCodes(harness(), 10);
      harness().clock.pass(day);
      await wrongCodes(harness(), 9);
      await harness().settleDone(await harness().reserved('behrouz'));
      expect(await member(harness())).toMatchObject({ wrongCodesInRow: 0, locks: 0 });
      harness().clock.pass(day);
      expect(await wrongCodes(harness(), 10)).toMatchObject({ kind: 'locked' });
    });
  },
  { sendsPerMobileAndDay: 100, sendsPerMemberAndDay: 100, sendsPerChatAndHour: 100, sendPausesMs: [] },
);

onBothDatabases('a code', (harness) => {
  it.each([
    ['a millisecond before its life is over', 5 * minute - 1, 'code-right'],
    ['when its life is over', 5 * minute, 'code-expired'],
    ['a millisecond later', 5 * minute + 1, 'code-expired'],
  ])('typed %s is judged by the clock alone', async (_when, after, kind) => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(after);
    const answer = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(answer.kind).toBe(kind);
  });

  it('does not live longer for being sent again', async () => {
    const { challengeId, expiresAt } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(4 * minute);
    const again = await harness().reset((heart) => heart.resend(challengeId, behrouz));
    expect(again).toMatchObject({ kind: 'code-sent-again', expiresAt, resendAt: null });
    harness().clock.pass(minute);
    const late = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(late.kind).toBe('code-expired');
  });

  it('is useless once a newer one is on its way', async () => {
    const older = await harness().sent('behrouz', behrouz);
    harness().clock.pass(minute);
    const elsewhere = asker('behrouz', 'bale');
    const newer = await harness().sent('behrouz', elsewhere);
    const code = harness().code(older.challengeId);
    expect(await harness().confirm(older.challengeId, code, behrouz)).toEqual({ kind: 'challenge-over' });
    const right = await harness().confirm(newer.challengeId, harness().code(newer.challengeId), elsewhere);
    expect(right.kind).toBe('code-right');
  });

  it('is useless in another chat, for another sender, and in another challenge', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const code = harness().code(challengeId);
    const elsewhere = [
      asker('behrouz', 'bale'),
      stranger(1),
      { ...behrouz, senderId: '4' },
      { ...behrouz, chatKey: stranger(1).chatKey },
    ];
    for (const from of elsewhere) {
      expect(await harness().confirm(challengeId, code, from)).toEqual({ kind: 'challenge-over' });
    }
    expect(await harness().confirm('f'.repeat(32), code, behrouz)).toEqual({ kind: 'challenge-over' });
    expect((await challenge(harness(), challengeId)).wrongCodes).toBe(0);
  });

  it('works once', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const code = harness().code(challengeId);
    expect((await harness().confirm(challengeId, code, behrouz)).kind).toBe('code-right');
    expect(await harness().confirm(challengeId, code, behrouz)).toEqual({ kind: 'challenge-over' });
    expect(await harness().jobs('portal-reset')).toHaveLength(1);
  });

  it('is useless when the number it went to is no longer the member’s', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().moved('behrouz', '09390000099');
    const late = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(late).toEqual({ kind: 'challenge-over' });
  });

  it.each(['', '1234', '123456', '۱۲۳۴۵', ' 12345', 'x'.repeat(4_096), '\u0000'])(
    'is not matched by %j, and nothing breaks',
    async (typed) => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      expect((await harness().confirm(challengeId, typed, behrouz)).kind).toBe('code-wrong');
    },
  );

  it('that was never typed is ended by the timetable', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(5 * minute - second);
    expect(await harness().settle((results) => results.expireChallenges())).toBe(0);
    harness().clock.pass(second);
    expect(await harness().settle((results) => results.expireChallenges())).toBe(1);
    expect((await challenge(harness(), challengeId)).state).toBe('expired');
    const late = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(late).toEqual({ kind: 'code-expired' });
  });
});
