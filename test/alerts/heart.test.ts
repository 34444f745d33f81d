import { expect, it } from 'vitest';
import { Member } from '../../entities/member.js';
import type { AccountAnswer } from '../../src/reset/ports.js';
import { makeReplicaChecks } from '../../src/scheduler/replica-checks.js';
import { onBothDatabases } from '../support/both-databases.js';
import { hour, minute } from '../support/hand-clock.js';
import { another, asker, type ResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';
import { putStaffOnRecord, staffChat } from './staff-on-record.js';

const staffIn = (harness: ResetHarness) =>
  harness.db.inTransaction((tx) => putStaffOnRecord(tx, harness.clock));
const heard = async (harness: ResetHarness, role: 'operator' | 'supervisor') => {
  const chatKey = staffChat(role, 'telegram');
  return (await harness.told({ chatKey, senderId: '' })).map((event) =>
    event.kind === 'staff-alert' ? { cause: event.cause, about: event.about, ...event.facts } : event.kind,
  );
};

onBothDatabases(
  'staff hear',
  (harness) => {
    it('that the budget of SMS is spent, once, however many are refused', async () => {
      await staffIn(harness());
      await harness().sent('behrouz', asker('behrouz'));
      for (const role of ['iraj', 'farhad'] as Role[]) {
        const ticket = await harness().ticket(role, asker(role));
        const opened = await harness().reset((heart) => heart.open(ticket, 'changed', asker(role)));
        expect(opened.kind).toBe('sms-budget-spent');
      }
      const until = harness().clock.now().getTime() + hour;
      expect(await heard(harness(), 'supervisor')).toEqual([
        { cause: 'sms-budget-spent', about: '', until, reserve: 'left' },
      ]);
      expect(await heard(harness(), 'operator')).toEqual([]);
    });
  },
  { sendsPerHour: 1 },
);

onBothDatabases('staff are told', (harness) => {
  it('of recoveries that wait for them, once an hour, with how many there are', async () => {
    await staffIn(harness());
    const roles: Role[] = ['behrouz', 'iraj', 'farhad'];
    const resets: string[] = [];
    for (const role of roles) resets.push(await harness().reserved(role));
    const unclear = (id: string) => harness().settle((results) => results.resetAnswered(id, 'conflict'));
    await unclear(resets[0]!);
    await unclear(resets[1]!);
    harness().clock.pass(hour);
    await unclear(resets[2]!);
    expect(await heard(harness(), 'supervisor')).toEqual([
      { cause: 'reset-with-staff', about: '', waiting: 1 },
      { cause: 'reset-with-staff', about: '', waiting: 3 },
    ]);
  });

  it('that most accounts are said to be missing, and not while as many are known', async () => {
    await staffIn(harness());
    const watched = () => harness().db.inTransaction((tx) => harness().services(tx).watch.portalAnswers());
    const answers = async (account: AccountAnswer, times: number) => {
      for (let time = 0; time < times; time += 1) {
        const ticket = await harness().ticket('iraj', asker('iraj'));
        await harness().reset((heart) => heart.open(ticket, account, asker('iraj')));
      }
    };
    await answers('missing', 4);
    expect(await watched()).toBe(0);
    await answers('initial', 5);
    await answers('missing', 1);
    expect(await watched()).toBe(0);
    await answers('missing', 1);
    expect(await watched()).toBe(1);
    expect(await watched()).toBe(0);
    const told = { cause: 'most-accounts-missing', about: '', missing: 6, answers: 11 };
    const one = { cause: 'account-missing', about: '', waiting: 1 };
    expect(await heard(harness(), 'supervisor')).toEqual([one, told]);
  });

  it('of a second lock in a row, by the member', async () => {
    await staffIn(harness());
    const id = harness().ids.behrouz;
    await harness().manager.update(Member, { id }, { locks: 1, wrongCodesInRow: 9 });
    const { challengeId } = await harness().sent('behrouz', asker('behrouz'));
    const closed = await harness().confirm(
      challengeId,
      another(harness().code(challengeId)),
      asker('behrouz'),
    );
    expect(closed.kind).toBe('locked-until-staff');
    expect(await heard(harness(), 'operator')).toMatchObject([
      { cause: 'closed-for-wrong-codes', about: '310002' },
    ]);
  });

  it('that jobs are not done, when the same line of the trail has waited for a minute', async () => {
    await staffIn(harness());
    const [job] = makeReplicaChecks();
    const looks = async () => {
      harness().clock.pass(minute);
      await harness().db.inTransaction((tx) => job!.what(tx, harness().clock.now(), harness().services(tx)));
    };
    const seal = () => harness().db.inTransaction((tx) => harness().services(tx).auditChain.extend());
    await harness().sent('behrouz', asker('behrouz'));
    await looks();
    await seal();
    await looks();
    await harness().sent('iraj', asker('iraj'));
    await looks();
    expect(await heard(harness(), 'supervisor')).toEqual([]);
    await looks();
    expect(await heard(harness(), 'supervisor')).toEqual([{ cause: 'jobs-missing', about: '' }]);
  });
});
