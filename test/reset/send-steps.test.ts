import { expect, it } from 'vitest';
import { Alert } from '../../entities/alert.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import { BoundChat } from '../../entities/bound-chat.js';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import type { IdentityChanges } from '../../src/members/identity-changes.js';
import { endOfCover } from '../../src/reset/eligibility.js';
import type { AccountAnswer, OfferedMobile } from '../../src/reset/ports.js';
import type { ResetDeps } from '../../src/reset/deps.js';
import { takeSend } from '../../src/reset/sends.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, hour, minute } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
const mobile = person('behrouz').phone;
const lost = { delivery: 'undelivered', through: 'kavenegar', others: true, last: true } as const;

const trail = async (harness: ResetHarness, reason: AuditReason) => {
  const lines = await harness.manager.findBy(AuditEntry, { event: auditEvent(reason) });
  return lines.map(
    ({ actor, memberId, detail }) => [actor, memberId, JSON.parse(detail) as unknown] as const,
  );
};
const opens = async (harness: ResetHarness, answer: AccountAnswer = 'changed', card?: OfferedMobile) => {
  const ticket = await harness.ticket('behrouz', behrouz);
  return harness.reset((heart) => heart.open(ticket, answer, behrouz, card));
};
const actor = `chat:${behrouz.chatKey}`;
const reference = expect.any(String) as string;

onBothDatabases('a request for a code', (harness) => {
  const memberId = () => harness().ids.behrouz;

  it('is kept with all that its code needs, and is in the trail without the number', async () => {
    const { challengeId: id } = await harness().sent('behrouz', behrouz);
    const { clock, keyring } = harness();
    const [now, expiresAt] = [clock.now(), new Date(clock.now().getTime() + 5 * minute)];
    const row = await harness().manager.findOneByOrFail(Challenge, { id });
    expect(keyring.decrypt('mobile', row.mobile)).toBe(mobile);
    expect(row).toMatchObject({
      ...{ ...behrouz, memberId: memberId(), openMemberId: memberId(), mobileSource: 'insurer' },
      ...{ mobileIndex: keyring.index('mobile', mobile), keyId: keyring.current, state: 'open', sends: 1 },
      ...{ blindPair: null, cardShown: 0, wrongCodes: 0, lastSentAt: now, createdAt: now, expiresAt },
    });
    expect(await trail(harness(), 'code-sent')).toEqual([
      [actor, memberId(), { mobile: '0912•••••02', source: 'insurer', challenge: id, purse: 'others' }],
    ]);
  });

  it('notes that the chat’s own card has shown the number, and no typed one', async () => {
    const shown = async (card: OfferedMobile) => {
      const opened = await opens(harness(), 'changed', card);
      if (opened.kind !== 'code-sent') throw new Error(opened.kind);
      const { cardShown } = await harness().manager.findOneByOrFail(Challenge, { id: opened.challengeId });
      harness().clock.pass(10 * minute);
      return cardShown;
    };
    expect(await shown({ number: mobile, source: 'typed' })).toBe(0);
    expect(await shown({ number: '09120000099', source: 'contact' })).toBe(0);
    expect(await shown({ number: mobile, source: 'contact' })).toBe(1);
  });

  it('is refused where the member is gone meanwhile, or has used the last recovery', async () => {
    const ticket = await harness().ticket('behrouz', behrouz);
    const open = () => harness().reset((heart) => heart.open(ticket, 'changed', behrouz));
    await harness().manager.update(ResetQuota, { memberId: memberId() }, { used: 5 });
    const cover = await harness().manager.findOneByOrFail(Coverage, { memberId: memberId() });
    expect(await open()).toEqual({ kind: 'resets-used-up', reference, until: endOfCover(cover) });
    expect(await trail(harness(), 'resets-used-up')).toEqual([[actor, memberId(), {}]]);
    await harness().manager.delete(Member, { id: memberId() });
    expect(await open()).toEqual({ kind: 'no-match', reference });
    expect(await trail(harness(), 'no-match')).toEqual([[actor, null, {}]]);
  });

  it('is refused where the way back was closed meanwhile, whatever the portal says', async () => {
    const ticket = await harness().ticket('behrouz', behrouz);
    await harness().manager.update(Member, { id: memberId() }, { closedFor: 'staff-block' });
    const opened = await harness().reset((heart) => heart.open(ticket, 'changed', behrouz));
    expect(opened).toEqual({ kind: 'locked-until-staff', reference });
    expect(await harness().jobs('sms-code')).toEqual([]);
  });

  it('keeps of a number on record that it came from the member, not from the insurer', async () => {
    await harness().manager.update(Member, { id: memberId() }, { mobileSource: 'typed' });
    const { challengeId: id } = await harness().sent('behrouz', behrouz);
    expect((await harness().manager.findOneByOrFail(Challenge, { id })).mobileSource).toBe('typed');
  });

  it('ends where the portal is away, has the initial password, or no account, and goes on once it has one', async () => {
    expect(await opens(harness(), 'away')).toEqual({ kind: 'portal-away', reference });
    expect(await trail(harness(), 'portal-away')).toEqual([[actor, memberId(), {}]]);
    expect(await opens(harness(), 'initial')).toEqual({ kind: 'password-is-initial' });
    expect(await trail(harness(), 'password-is-initial')).toEqual([[actor, memberId(), {}]]);
    const isOpen = () =>
      harness().db.inTransaction((tx) =>
        harness().services(tx).requests.isOpen(memberId(), 'account-missing'),
      );
    expect(await opens(harness(), 'missing')).toEqual({ kind: 'account-missing', reference });
    expect([await isOpen(), await trail(harness(), 'account-missing')]).toEqual([
      ...[true, [[actor, memberId(), {}]]],
    ]);
    const raised = await harness().manager.findBy(Alert, { cause: 'account-missing' });
    expect(raised).toHaveLength(1);
    expect(await opens(harness())).toMatchObject({ kind: 'code-sent', again: false });
    expect(await isOpen()).toBe(false);
  });
});

onBothDatabases('a number that others have changed', (harness) => {
  const changes = <T>(work: (identity: IdentityChanges) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(harness().services(tx).identityChanges));

  it('rests for a day from when it was told, and no code goes out or is sent again until then', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    const change = {
      memberId: harness().ids.behrouz,
      what: 'mobile-replaced',
      replaced: '09120000099',
    } as const;
    await changes((identity) => identity.note([change], false));
    harness().clock.pass(minute);
    const cooling = () => ({
      kind: 'number-cooling',
      reference,
      until: harness().clock.now().getTime() + day,
    });
    expect(await opens(harness())).toEqual(cooling());
    expect(await harness().reset((heart) => heart.resend(challengeId, behrouz))).toEqual(cooling());
    const about = [actor, harness().ids.behrouz, {}];
    expect(await trail(harness(), 'number-cooling')).toEqual([about, about]);
    harness().clock.pass(2 * day);
    expect(await opens(harness())).toEqual(cooling());
    const [notice] = await changes((identity) => identity.due(1));
    expect(await changes((identity) => identity.markTold(notice!))).toBe(true);
    expect(await opens(harness())).toEqual(cooling());
    harness().clock.pass(day - 1);
    expect((await opens(harness())).kind).toBe('number-cooling');
    harness().clock.pass(1);
    expect((await opens(harness())).kind).toBe('code-sent');
  });
});

onBothDatabases(
  'a number of a house where nothing rests',
  (harness) => {
    it('gets its code at once', async () => {
      const codesFrom = new Date(harness().clock.now().getTime() + day);
      await harness().manager.update(Member, { id: harness().ids.behrouz }, { codesFrom });
      expect((await opens(harness())).kind).toBe('code-sent');
    });
  },
  { numberCoolOffMs: 0 },
);

onBothDatabases('a code that was lost on its way', (harness) => {
  const happens = (challengeId: string, how = {}) =>
    harness().settle((results) => results.sendNotDelivered({ challengeId, ...lost, ...how }));
  const sends = async () => (await harness().jobs('sms-code')).length;

  it.each<[string, Partial<Member>]>([
    ['closed', { closedFor: 'staff-block' }],
    ['locked', { lockedUntil: new Date('2100-01-01T00:00:00Z') }],
  ])('goes no other way where the way back is %s', async (_, change) => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().manager.update(Member, { id: harness().ids.behrouz }, change);
    await happens(challengeId);
    expect(await sends()).toBe(1);
  });

  it('goes another way up to its last minute, and to a number that is only offered', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    harness().clock.pass(4 * minute);
    await happens(challengeId);
    expect(await sends()).toBe(2);
    const detail = { challenge: challengeId, provider: 'kavenegar', delivery: 'undelivered' };
    expect(await trail(harness(), 'code-sent-another-way')).toEqual([
      ['system', harness().ids.behrouz, detail],
    ]);
    const first = { number: person('sara').phone, source: 'typed' as const };
    const offered = await harness().sent('sara', asker('sara'), first);
    await happens(offered.challengeId);
    expect(await sends()).toBe(4);
  });

  it('is told with the reference of its line, once for each send', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await happens(challengeId, { others: false });
    const told = await harness().told(behrouz);
    expect(told).toEqual([
      { kind: 'sms-undelivered', challengeId, mobile: '0912•••••02', delivery: 'undelivered', reference },
    ]);
    harness().clock.pass(hour);
    await happens(challengeId, { others: false });
    expect(await harness().told(behrouz)).toEqual(told);
  });

  it('that every vendor has refused is in the trail with its request and its send', async () => {
    const { challengeId } = await harness().sent('behrouz', behrouz);
    await harness().settle((results) => results.sendRefused(challengeId, 1));
    await harness().settle((results) => results.sendRefused('f'.repeat(32), 1));
    expect(await trail(harness(), 'sms-refused')).toEqual([
      ['system', harness().ids.behrouz, { challenge: challengeId, send: 1 }],
    ]);
  });
});

onBothDatabases(
  'the budget of an hour',
  (harness) => {
    it('is told of to staff once it is spent, with what is kept for those who have recovered before', async () => {
      const raised: unknown[] = [];
      const alerts = { raise: (alert: unknown) => Promise.resolve(raised.push(alert) > 0) };
      const take = (memberId: number, chatKey: string, to = mobile) =>
        harness().db.inTransaction((tx) => {
          const { resetDeps } = harness().services(tx);
          const deps = Object.create(resetDeps, { alerts: { value: alerts } }) as ResetDeps;
          const send = { memberId, chatKey, mobile: to, offered: true, purse: 'others' as const };
          return takeSend(deps, send);
        });
      const until = harness().clock.now().getTime() + hour;
      const { ids } = harness();
      expect((await take(ids.sara, 'telegram:1:1')).kind).toBe('taken');
      expect(await take(ids.mahin, 'telegram:1:2')).toMatchObject({ kind: 'send-too-soon' });
      harness().clock.pass(10 * minute);
      expect((await take(ids.mahin, 'telegram:1:2')).kind).toBe('taken');
      harness().clock.pass(10 * minute);
      expect(await take(ids.iraj, 'telegram:1:3')).toEqual({ kind: 'sms-budget-spent', reference, until });
      expect(raised).toEqual([{ cause: 'sms-budget-spent', facts: { until, reserve: 'left' } }]);
      expect((await trail(harness(), 'send-too-soon')).map(([, , detail]) => detail)).toEqual([
        { cap: 'pause' },
      ]);
      expect(await trail(harness(), 'sms-budget-spent')).toEqual([
        ['chat:telegram:1:3', ids.iraj, { cap: 'hour' }],
      ]);
      const bound = { memberId: ids.iraj, chatKey: 'telegram:1:3', boundAt: harness().clock.now() };
      await harness().manager.insert(BoundChat, bound);
      expect((await take(ids.iraj, 'telegram:1:3')).kind).toBe('taken');
      harness().clock.pass(10 * minute);
      expect((await take(ids.iraj, 'telegram:1:3', '09120000003')).kind).toBe('sms-budget-spent');
      expect(raised.at(-1)).toEqual({ cause: 'sms-budget-spent', facts: { until, reserve: 'spent' } });
    });
  },
  { sendsPerHour: 3 },
);
