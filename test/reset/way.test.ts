import { expect, it } from 'vitest';
import { BoundChat } from '../../entities/bound-chat.js';
import { Member } from '../../entities/member.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute, second } from '../support/hand-clock.js';
import { another, asker } from '../support/reset-harness.js';

onBothDatabases('the way back', (harness) => {
  const sara = asker('sara');
  const behrouz = asker('behrouz');
  const offered = { number: person('sara').phone, source: 'typed' as const };

  it('a member with a number on record gets back with the code that was sent to it', async () => {
    const sent = await harness().sent('behrouz', behrouz);
    expect(sent).toMatchObject({ known: true, insuredCode: '310002', mobile: '0912•••••02' });
    const [order] = await harness().jobs('sms-code');
    const { challengeId } = sent;
    expect(order).toMatchObject({ challengeId, to: person('behrouz').phone, send: 1, minutes: 5 });

    const confirmed = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(confirmed).toEqual({ kind: 'code-right' });
    const [job] = await harness().jobs<{ resetId: string }>('portal-reset');
    await harness().settle((results) => results.resetAnswered(job!.resetId, 'done'));

    expect(await harness().told(behrouz)).toMatchObject([{ kind: 'reset-done', left: 3 }]);
    const reset = await harness().manager.findOneByOrFail(PasswordReset, { id: job!.resetId });
    expect(reset).toMatchObject({ state: 'done', unsettledMemberId: null });
    expect(await harness().used('behrouz')).toBe(2);
  });

  it('a first number becomes the member’s own by the right code, and not before', async () => {
    const ticket = await harness().ticket('sara', sara);
    const asked = await harness().reset((heart) => heart.open(ticket, 'changed', sara));
    expect(asked).toEqual({ kind: 'mobile-needed' });
    const { challengeId, known } = await harness().sent('sara', sara, offered);
    expect(known).toBe(false);
    const onRecord = () => harness().manager.findOneByOrFail(Member, { id: harness().ids.sara });
    expect((await onRecord()).mobile).toBeNull();

    await harness().confirm(challengeId, harness().code(challengeId), sara);
    const { mobile, mobileSource } = await onRecord();
    expect(mobileSource).toBe('typed');
    expect(harness().keyring.decrypt('mobile', mobile!)).toBe(offered.number);
    expect(await harness().manager.countBy(BoundChat, { memberId: harness().ids.sara })).toBe(1);
  });

  it('a number offered while one is on record is not even looked at', async () => {
    await harness().sent('behrouz', behrouz, { number: '09390000099', source: 'contact' });
    const [order] = await harness().jobs('sms-code');
    expect(order!.to).toBe(person('behrouz').phone);
  });

  it('a dialogue that is taken up again finds its code where it was', async () => {
    const sent = await harness().sent('behrouz', behrouz);
    const found = await harness().reset((heart) => heart.findOpenChallenge(behrouz));
    expect(found).toEqual({ ...sent, again: true });
    expect(await harness().reset((heart) => heart.findOpenChallenge(sara))).toBeNull();
  });

  it('who begins again in the same chat goes on with the same code, its tries and its life, and no SMS goes out', async () => {
    const first = await harness().sent('behrouz', behrouz);
    await harness().confirm(first.challengeId, another(harness().code(first.challengeId)), behrouz);
    for (let begun = 0; begun < 20; begun += 1) {
      harness().clock.pass(second);
      expect(await harness().sent('behrouz', behrouz)).toEqual({ ...first, again: true });
    }
    expect(await harness().jobs('sms-code')).toHaveLength(1);
    const { challengeId } = first;
    const wrong = await harness().confirm(challengeId, another(harness().code(challengeId)), behrouz);
    expect(wrong).toEqual({ kind: 'code-wrong', left: 1 });
    const right = await harness().confirm(challengeId, harness().code(challengeId), behrouz);
    expect(right.kind).toBe('code-right');
  });

  it('who begins again after the last send is told that there is none left', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    for (const pause of [minute, 2 * minute]) {
      harness().clock.pass(pause);
      await harness().reset((heart) => heart.resend(challengeId, behrouz));
    }
    expect(await harness().sent('behrouz', behrouz)).toMatchObject({ challengeId, resendAt: null });
  });

  it('whose number is another by now gets a code to that one, and goes on with none of before', async () => {
    await harness().sent('behrouz', behrouz);
    await harness().moved('behrouz', '09350000077');
    harness().clock.pass(minute);
    expect((await harness().sent('behrouz', behrouz)).again).toBe(false);
    expect((await harness().jobs('sms-code')).map(({ to }) => to)).toEqual(['09350000077']);
  });

  it('a code is gone on with by whoever asked for it, and by nobody else in the same chat', async () => {
    await harness().sent('behrouz', behrouz);
    const other = { ...behrouz, senderId: '1' };
    await expect(harness().sent('behrouz', other)).rejects.toThrow('send-too-soon');
  });

  it('a first number that was sent a code is not asked for again', async () => {
    const offered = { number: '09120000001', source: 'typed' as const };
    const sent = await harness().sent('sara', sara, offered);
    expect(await harness().sent('sara', sara)).toEqual({ ...sent, again: true });
  });

  it('a number that is no longer theirs is put to staff, once', async () => {
    const { challengeId } = await harness().sent('iraj', asker('iraj'));
    const report = () => harness().reset((heart) => heart.reportNumber(challengeId, asker('iraj')));
    const reported = await report();
    expect(reported).toMatchObject({ kind: 'number-reported' });
    expect(await report()).toEqual({ kind: 'challenge-over' });
    harness().clock.pass(minute);
    const again = await harness().sent('iraj', asker('iraj'));
    const second = await harness().reset((heart) => heart.reportNumber(again.challengeId, asker('iraj')));
    expect(second).toEqual(reported);
  });
});
