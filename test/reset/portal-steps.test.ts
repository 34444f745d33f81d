import { expect, it } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { askAgain, outcomeAnswered } from '../../src/reset/ask-again.js';
import { endOfCover } from '../../src/reset/eligibility.js';
import { resetAnswered } from '../../src/reset/portal-answers.js';
import type { AccountAnswer, OutcomeAnswer, ResetAnswer } from '../../src/reset/ports.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute, second } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';
import { alerted } from './alerted.js';
import { trail } from './trail.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');

const row = (harness: ResetHarness, id: string) => harness.manager.findOneByOrFail(PasswordReset, { id });
const answers = (harness: ResetHarness, id: string, answer: ResetAnswer) =>
  harness.settle((results) => results.resetAnswered(id, answer));
const finds = (harness: ResetHarness, id: string, answer: OutcomeAnswer) =>
  harness.settle((results) => results.outcomeAnswered(id, answer));
const next = async (harness: ResetHarness, id: string) => (await row(harness, id)).nextAskAt;
const later = (harness: ResetHarness, ms: number) => new Date(harness.clock.now().getTime() + ms);

onBothDatabases('an answer of the portal about a recovery', (harness) => {
  const id = () => harness().ids.behrouz;
  /** A line of the trail about one: the house itself has written it. */
  const line = ({ reference, ...reset }: PasswordReset, detail = {}) => [
    ...['system', id(), { reset: reset.id, ...detail }, reference],
  ];

  it('that it is done tells the chat what is left, and until when, and the phone that it was done', async () => {
    const reset = await row(harness(), await harness().reserved('behrouz'));
    const cover = await harness().manager.findOneByOrFail(Coverage, { memberId: id() });
    await answers(harness(), reset.id, 'done');
    expect(await harness().told(behrouz)).toEqual([
      { kind: 'reset-done', left: 3, until: endOfCover(cover) },
    ]);
    expect(await harness().jobs('sms-notice')).toEqual([
      { notice: 'reset', to: person('behrouz').phone, subject: reset.id },
    ]);
    expect(await trail(harness(), 'reset-done')).toEqual([line(reset)]);
    expect(await row(harness(), reset.id)).toMatchObject({
      ...{ settledAt: harness().clock.now(), nextLookAt: later(harness(), 10 * minute) },
    });
  });

  it('of a period that is no more tells of no time that is left', async () => {
    const resetId = await harness().reserved('behrouz');
    await harness().manager.delete(Coverage, { memberId: id() });
    await answers(harness(), resetId, 'done');
    expect(await harness().told(behrouz)).toMatchObject([{ until: harness().clock.now().getTime() }]);
  });

  it('tells the member’s other chats which bond it is, and the phone only where there is a number', async () => {
    await harness().settleDone(await harness().reserved('behrouz', atBale));
    harness().clock.pass(minute);
    const resetId = await harness().reserved('behrouz');
    await answers(harness(), resetId, 'done');
    const [, notice] = await harness().told(atBale);
    expect(notice).toEqual({
      ...{ kind: 'notice-reset', at: harness().clock.now().getTime(), platform: 'telegram', resetId },
      bond: expect.any(Number) as number,
    });
    harness().clock.pass(hour);
    const last = await harness().reserved('behrouz');
    await harness().manager.update('members', { id: id() }, { mobile: null, mobileIndex: null });
    await answers(harness(), last, 'done');
    expect(await harness().jobs('sms-notice')).toHaveLength(2);
    expect(await harness().told(atBale)).toHaveLength(2);
  });

  it('that there is no such account gives the recovery back, and puts a request to staff', async () => {
    await harness().db.inTransaction((tx) =>
      harness()
        .services(tx)
        .requests.put({ ...behrouz, kind: 'clear-mobile', memberId: harness().ids.iraj }),
    );
    const reset = await row(harness(), await harness().reserved('behrouz'));
    const raised = await alerted(harness(), (deps) => resetAnswered(deps, reset.id, 'missing'));
    expect(raised).toEqual([{ cause: 'account-missing', facts: { waiting: 1 } }]);
    const { reference } = reset;
    expect(await harness().told(behrouz)).toEqual([{ kind: 'reset-given-back', reference }]);
    expect(await trail(harness(), 'reset-given-back')).toEqual([line(reset)]);
    const isOpen = harness().db.inTransaction((tx) =>
      harness().services(tx).requests.isOpen(id(), 'account-missing'),
    );
    expect(await isOpen).toBe(true);
  });

  it('that is none keeps it, in the trail once, and is asked for again at the next of its times', async () => {
    const reset = await row(harness(), await harness().reserved('behrouz'));
    await answers(harness(), reset.id, 'unknown');
    expect(await next(harness(), reset.id)).toEqual(later(harness(), 15 * second));
    await answers(harness(), reset.id, 'unknown');
    const { reference } = reset;
    expect(await harness().told(behrouz)).toEqual([{ kind: 'reset-kept', reference }]);
    expect(await trail(harness(), 'reset-kept')).toEqual([line(reset)]);
    harness().clock.pass(15 * second);
    await harness().settle((results) => results.askAgain());
    await finds(harness(), reset.id, 'never-arrived');
    expect(await trail(harness(), 'reset-sent-again')).toEqual([line(reset)]);
    expect(await harness().jobs('portal-reset')).toEqual([
      ...[1, 2].map(() => ({ resetId: reset.id, insuredCode: '310002' })),
    ]);
  });

  it.each([
    [6 * hour - 1, 'reset-kept', null],
    [6 * hour, 'reset-with-staff', 'no-clear-answer'],
  ] as const)(
    'that is none is kept up to six hours (%i ms), and staff’s after that',
    async (ms, kind, reason) => {
      const resetId = await harness().reserved('behrouz');
      harness().clock.pass(ms);
      await answers(harness(), resetId, 'unknown');
      expect(await harness().told(behrouz)).toMatchObject([{ kind }]);
      expect((await row(harness(), resetId)).staffReason).toBe(reason);
    },
  );

  it.each<[ResetAnswer[], string]>([
    [['conflict'], 'id-of-another-account'],
    [['unknown', 'missing'], 'missing-after-unknown'],
  ])('that is %j is left to staff with its reason, who read how many wait', async (said, reason) => {
    const reset = await row(harness(), await harness().reserved('behrouz'));
    const raised = await alerted(harness(), async (deps) => {
      for (const answer of said) await resetAnswered(deps, reset.id, answer);
    });
    expect(raised).toEqual([{ cause: 'reset-with-staff', facts: { waiting: 1 } }]);
    expect(await harness().told(behrouz)).toContainEqual({
      ...{ kind: 'reset-with-staff', reference: reset.reference },
    });
    expect(await trail(harness(), 'reset-with-staff')).toEqual([line(reset, { reason })]);
  });

  it('about what came of it ends it, keeps it or leaves it to staff, whichever is first', async () => {
    const resetId = await harness().reserved('behrouz');
    await answers(harness(), resetId, 'unknown');
    harness().clock.pass(15 * second);
    expect(await alerted(harness(), askAgain)).toEqual([]);
    expect(await harness().jobs('portal-outcome')).toEqual([{ resetId }]);
    await finds(harness(), resetId, 'unknown');
    expect(await next(harness(), resetId)).toEqual(later(harness(), 30 * second));
    harness().clock.pass(6 * hour);
    await harness().settle((results) => results.askAgain());
    const raised = await alerted(harness(), (deps) => outcomeAnswered(deps, resetId, 'unknown'));
    expect(raised).toEqual([{ cause: 'reset-with-staff', facts: { waiting: 1 } }]);
    await finds(harness(), resetId, 'done');
    expect((await row(harness(), resetId)).state).toBe('done');
  });
});

onBothDatabases('what the portal says of a password later', (harness) => {
  const says = (resetId: string, answer: AccountAnswer) =>
    harness().settle((results) => results.passwordSeen(resetId, answer));

  it('is told in the chat of the recovery, once for each look, and of a recovery of nobody not at all', async () => {
    const resetId = await harness().reserved('behrouz');
    await harness().settleDone(resetId);
    harness().clock.pass(10 * minute);
    await harness().settle((results) => results.lookAfter());
    expect(await harness().jobs('portal-look')).toEqual([{ resetId, insuredCode: '310002' }]);
    await says(resetId, 'initial');
    await says('f'.repeat(32), 'initial');
    expect((await harness().told(behrouz)).slice(1)).toEqual([{ kind: 'password-still-initial' }]);
    expect(await row(harness(), resetId)).toMatchObject({
      ...{ looks: 1, nextLookAt: later(harness(), day - 10 * minute) },
    });
  });
});

onBothDatabases(
  'where nobody is to be reminded',
  (harness) => {
    it('the portal is not asked after a recovery', async () => {
      const resetId = await harness().reserved('behrouz');
      await harness().settleDone(resetId);
      harness().clock.pass(30 * day);
      expect(await harness().settle((results) => results.lookAfter())).toBe(0);
      expect((await row(harness(), resetId)).nextLookAt).toBeNull();
    });
  },
  { remindAfterMs: [] },
);
