import { expect, it } from 'vitest';
import { Alert } from '../../entities/alert.js';
import { Challenge } from '../../entities/challenge.js';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import type { IdentityChanges } from '../../src/members/identity-changes.js';
import { endOfCover } from '../../src/reset/eligibility.js';
import type { AccountAnswer, OfferedMobile } from '../../src/reset/ports.js';
import { person } from '../../playground/cast.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { asker, type ResetHarness } from '../support/reset-harness.js';
import { trailWithoutReference as trail } from './trail.js';

const behrouz = asker('behrouz');
const mobile = person('behrouz').phone;

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
