import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { onBothDatabases } from '../support/both-databases.js';
import { another, asker, stranger, type ResetHarness } from '../support/reset-harness.js';

/** All of them at the same moment; what each was told, counted by kind. */
async function atOnce(count: number, work: (number: number) => Promise<{ kind: string }>) {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const racers = Array.from({ length: count }, (_, number) => gate.then(() => work(number)));
  open();
  const kinds: Record<string, number> = {};
  for (const { kind } of await Promise.all(racers)) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

const many = 1_000;
const unlimited = {
  sendsPerMobileAndDay: many,
  sendsPerMemberAndDay: many,
  sendsPerChatAndHour: many,
};

onBothDatabases(
  'all at once',
  (harness) => {
    const behrouz = asker('behrouz');
    const farhad = asker('farhad');

    it('sixty-four right codes are one recovery', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      const code = harness().code(challengeId);
      const kinds = await atOnce(64, () => harness().confirm(challengeId, code, behrouz));
      expect(kinds).toEqual({ 'code-right': 1, 'challenge-over': 63 });
      expect(await harness().manager.countBy(PasswordReset, { challengeId })).toBe(1);
      expect(await harness().jobs('portal-reset')).toHaveLength(1);
      expect(await harness().used('behrouz')).toBe(2);
    });

    it('of two hundred wrong codes three are looked at, and the right one comes too late', async () => {
      const { challengeId } = await harness().sent('behrouz', behrouz);
      const code = harness().code(challengeId);
      const wrong = (number: number) => {
        const guess = String(number).padStart(5, '0');
        return harness().confirm(challengeId, guess === code ? another(code) : guess, behrouz);
      };
      const kinds = await atOnce(200, wrong);
      expect(kinds).toEqual({ 'code-wrong': 2, 'code-wrong-last': 1, 'challenge-over': 197 });
      const { wrongCodes } = await harness().manager.findOneByOrFail(Challenge, { id: challengeId });
      expect(wrongCodes).toBe(3);
      const member = await harness().manager.findOneByOrFail(Member, { id: harness().ids.behrouz });
      expect(member.wrongCodesInRow).toBe(3);
      expect(await harness().confirm(challengeId, code, behrouz)).toEqual({ kind: 'challenge-over' });
    });

    it('fifty who begin and end with one recovery left are one recovery', async () => {
      const round = async (number: number): Promise<{ kind: string }> => {
        const from = stranger(number);
        const identified = await harness().identifies('farhad', from);
        if (identified.kind !== 'asking-portal') return identified;
        const { ticket } = identified;
        const opened = await harness().reset((heart) => heart.open(ticket, 'changed', from));
        if (opened.kind !== 'code-sent') return opened;
        return harness().confirm(opened.challengeId, harness().code(opened.challengeId), from);
      };
      const kinds = await atOnce(50, round);
      expect(kinds['code-right']).toBe(1);
      expect(await harness().used('farhad')).toBe(5);
      expect(await resetsOf(harness(), 'farhad')).toBe(1);
      expect(await harness().jobs('portal-reset')).toHaveLength(1);
      expect(await harness().manager.countBy(BoundChat, { memberId: harness().ids.farhad })).toBe(1);
    });

    it('fifty who only begin leave one open challenge, the newest', async () => {
      const begin = async (number: number) => {
        const ticket = await harness().ticket('farhad', stranger(number));
        return harness().reset((heart) => heart.open(ticket, 'changed', stranger(number)));
      };
      expect(await atOnce(50, begin)).toEqual({ 'code-sent': 1, 'send-too-soon': 49 });
      const memberId = harness().ids.farhad;
      expect(await harness().manager.countBy(Challenge, { memberId, state: 'open' })).toBe(1);
      expect(await harness().manager.countBy(Challenge, { openMemberId: memberId })).toBe(1);
      expect(await harness().jobs('sms-code')).toHaveLength(1);
    });

    it('a wrong code, a resend, a right code and a leave-taking never leave two ways open', async () => {
      const { challengeId } = await harness().sent('farhad', farhad);
      const code = harness().code(challengeId);
      await atOnce(40, (number) =>
        harness().reset(async (heart): Promise<{ kind: string }> => {
          if (number % 4 === 0) return heart.confirm(challengeId, another(code), farhad);
          if (number % 4 === 1) return heart.resend(challengeId, farhad);
          if (number % 4 === 2) return heart.confirm(challengeId, code, farhad);
          return heart.reportNumber(challengeId, farhad);
        }),
      );
      const resets = await resetsOf(harness(), 'farhad');
      const { state } = await harness().manager.findOneByOrFail(Challenge, { id: challengeId });
      expect(resets).toBe(state === 'spent' ? 1 : 0);
      expect(await harness().used('farhad')).toBe(4 + resets);
      expect(await harness().jobs('portal-reset')).toHaveLength(resets);
    });

    it('the portal’s answer, said twenty times, is settled once', async () => {
      const id = await harness().reserved('behrouz');
      await atOnce(20, async (number) => {
        await harness().settle((results) => results.resetAnswered(id, number % 2 ? 'done' : 'missing'));
        return { kind: 'heard' };
      });
      const { state } = await harness().manager.findOneByOrFail(PasswordReset, { id });
      expect(await harness().used('behrouz')).toBe(state === 'done' ? 2 : 1);
      expect(await harness().told(behrouz)).toHaveLength(1);
    });
  },
  unlimited,
);

const resetsOf = (harness: ResetHarness, role: 'farhad') =>
  harness.manager.countBy(PasswordReset, { memberId: harness.ids[role] });
