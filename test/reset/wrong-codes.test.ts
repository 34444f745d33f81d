import { expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute, second } from '../support/hand-clock.js';
import { another, asker, stranger, type ResetHouse } from '../support/reset-harness.js';

const behrouz = asker('behrouz');

/** So many wrong codes in a row, over as many challenges as that takes; the last answer. */
async function wrongCodes(house: ResetHouse, count: number): Promise<{ kind: string }> {
  let answer: { kind: string } = { kind: 'none' };
  for (let typed = 0; typed < count;) {
    const { challengeId } = await house.sent('behrouz', behrouz);
    for (let here = 0; here < 3 && typed < count; here += 1, typed += 1) {
      answer = await house.confirm(challengeId, another(house.code(challengeId)), behrouz);
    }
  }
  return answer;
}

const member = (house: ResetHouse) => house.manager.findOneByOrFail(Member, { id: house.ids.behrouz });
const challenge = (house: ResetHouse, id: string) => house.manager.findOneByOrFail(Challenge, { id });

onBothDatabases('wrong codes', (house) => {
  it('count down from three, and the third ends the challenge even for the right code', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    const wrong = () => house().confirm(challengeId, another(house().code(challengeId)), behrouz);
    expect(await wrong()).toEqual({ kind: 'code-wrong', left: 2 });
    expect(await wrong()).toEqual({ kind: 'code-wrong', left: 1 });
    expect(await wrong()).toMatchObject({ kind: 'code-wrong-last' });
    const right = await house().confirm(challengeId, house().code(challengeId), behrouz);
    expect(right).toEqual({ kind: 'challenge-over' });
    expect(await house().jobs('reset-password')).toEqual([]);
  });

  it('are not forgotten by sending the code again: two, a resend and one more is dead', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    const wrong = () => house().confirm(challengeId, another(house().code(challengeId)), behrouz);
    await wrong();
    await wrong();
    house().clock.pass(minute);
    const again = await house().reset((heart) => heart.resend(challengeId, behrouz));
    expect(again.kind).toBe('code-sent-again');
    expect((await challenge(house(), challengeId)).wrongCodes).toBe(2);
    expect(await wrong()).toMatchObject({ kind: 'code-wrong-last' });
    expect((await challenge(house(), challengeId)).state).toBe('locked');
  });

  it('are told to the number on record and to the member’s other chats, once a day', async () => {
    const other = asker('behrouz', 'bale');
    await house().settleDone(await house().reserved('behrouz', other));
    house().clock.pass(day);
    await wrongCodes(house(), 6);
    const notices = await house().jobs<{ notice: string }>('send-notice');
    expect(notices.filter(({ notice }) => notice === 'wrong-codes')).toHaveLength(1);
    const told = (await house().told(other)).filter(({ kind }) => kind === 'notice-wrong-codes');
    expect(told).toHaveLength(1);
    expect((await house().told(behrouz)).map(({ kind }) => kind)).not.toContain('notice-wrong-codes');
  });
});

onBothDatabases(
  'ten wrong codes in a row',
  (house) => {
    it('lock the way back for a day, whatever challenge they were typed in', async () => {
      expect(await wrongCodes(house(), 9)).toMatchObject({ kind: 'code-wrong-last' });
      const until = house().clock.now().getTime() + day;
      expect(await wrongCodes(house(), 1)).toMatchObject({ kind: 'locked', until });
      const refused = () => house().identifies('behrouz', behrouz);
      house().clock.pass(day - 1);
      expect(await refused()).toMatchObject({ kind: 'locked', until });
      house().clock.pass(1);
      expect(await refused()).toMatchObject({ kind: 'asking-portal' });
    });

    it('lock it until staff come when it happens again without a right code between', async () => {
      await wrongCodes(house(), 10);
      house().clock.pass(day);
      expect(await wrongCodes(house(), 10)).toMatchObject({ kind: 'locked-until-staff' });
      house().clock.pass(30 * day);
      expect(await house().identifies('behrouz', behrouz)).toMatchObject({ kind: 'locked-until-staff' });
    });

    it('begin anew after a right code, and the first lock is forgotten with them', async () => {
      await wrongCodes(house(), 10);
      house().clock.pass(day);
      await wrongCodes(house(), 9);
      await house().settleDone(await house().reserved('behrouz'));
      expect(await member(house())).toMatchObject({ wrongCodesInRow: 0, locks: 0 });
      house().clock.pass(day);
      expect(await wrongCodes(house(), 10)).toMatchObject({ kind: 'locked' });
    });
  },
  { sendsPerMobileAndDay: 100, sendsPerMemberAndDay: 100, sendsPerChatAndHour: 100 },
);

onBothDatabases('a code', (house) => {
  it.each([
    ['a millisecond before its life is over', 5 * minute - 1, 'code-right'],
    ['when its life is over', 5 * minute, 'code-expired'],
    ['a millisecond later', 5 * minute + 1, 'code-expired'],
  ])('typed %s is judged by the clock alone', async (_when, after, kind) => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    house().clock.pass(after);
    const answer = await house().confirm(challengeId, house().code(challengeId), behrouz);
    expect(answer.kind).toBe(kind);
  });

  it('does not live longer for being sent again', async () => {
    const { challengeId, expiresAt } = await house().sent('behrouz', behrouz);
    house().clock.pass(4 * minute);
    const again = await house().reset((heart) => heart.resend(challengeId, behrouz));
    expect(again).toMatchObject({ kind: 'code-sent-again', expiresAt, resendAt: null });
    house().clock.pass(minute);
    const late = await house().confirm(challengeId, house().code(challengeId), behrouz);
    expect(late.kind).toBe('code-expired');
  });

  it('is useless once a newer one is on its way', async () => {
    const older = await house().sent('behrouz', behrouz);
    const newer = await house().sent('behrouz', behrouz);
    const code = house().code(older.challengeId);
    expect(await house().confirm(older.challengeId, code, behrouz)).toEqual({ kind: 'challenge-over' });
    expect((await house().confirm(newer.challengeId, house().code(newer.challengeId), behrouz)).kind).toBe(
      'code-right',
    );
  });

  it('is useless in another chat, for another sender, and in another challenge', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    const code = house().code(challengeId);
    const elsewhere = [
      asker('behrouz', 'bale'),
      stranger(1),
      { ...behrouz, senderId: '4' },
      { ...behrouz, chatKey: stranger(1).chatKey },
    ];
    for (const from of elsewhere) {
      expect(await house().confirm(challengeId, code, from)).toEqual({ kind: 'challenge-over' });
    }
    expect(await house().confirm('f'.repeat(32), code, behrouz)).toEqual({ kind: 'challenge-over' });
    expect((await challenge(house(), challengeId)).wrongCodes).toBe(0);
  });

  it('works once', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    const code = house().code(challengeId);
    expect((await house().confirm(challengeId, code, behrouz)).kind).toBe('code-right');
    expect(await house().confirm(challengeId, code, behrouz)).toEqual({ kind: 'challenge-over' });
    expect(await house().jobs('reset-password')).toHaveLength(1);
  });

  it('is useless when the number it went to is no longer the member’s', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    await house().moved('behrouz', '09390000099');
    const late = await house().confirm(challengeId, house().code(challengeId), behrouz);
    expect(late).toEqual({ kind: 'challenge-over' });
  });

  it.each(['', '1234', '123456', '۱۲۳۴۵', ' 12345', 'x'.repeat(4_096), '\u0000'])(
    'is not matched by %j, and nothing breaks',
    async (typed) => {
      const { challengeId } = await house().sent('behrouz', behrouz);
      expect((await house().confirm(challengeId, typed, behrouz)).kind).toBe('code-wrong');
    },
  );

  it('that was never typed is ended by the timetable', async () => {
    const { challengeId } = await house().sent('behrouz', behrouz);
    house().clock.pass(5 * minute - second);
    expect(await house().settle((settlement) => settlement.expireChallenges())).toBe(0);
    house().clock.pass(second);
    expect(await house().settle((settlement) => settlement.expireChallenges())).toBe(1);
    expect((await challenge(house(), challengeId)).state).toBe('expired');
    const late = await house().confirm(challengeId, house().code(challengeId), behrouz);
    expect(late).toEqual({ kind: 'code-expired' });
  });
});
