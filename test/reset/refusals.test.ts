import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { person } from '../../playground/cast.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran, startOfDay } from '../../src/calendar/tehran.js';
import type { AccountAnswer } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { asker, pairOf, stranger, type ResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';

const identify = (harness: ResetHarness, role: Role) =>
  harness.reset((heart) => heart.identify(pairOf(role), asker(role)));

const open = async (harness: ResetHarness, role: Role, account: AccountAnswer = 'changed') => {
  const ticket = await harness.ticket(role, asker(role));
  return harness.reset((heart) => heart.open(ticket, account, asker(role)));
};

onBothDatabases('who may not go on', (harness) => {
  it('hears that the cover has ended', async () => {
    expect(await identify(harness(), 'laleh')).toMatchObject({ kind: 'cover-not-active' });
  });

  it('hears that an earlier request is still under way', async () => {
    await harness().reserved('behrouz');
    expect(await identify(harness(), 'behrouz')).toMatchObject({ kind: 'under-way' });
  });

  it.each([
    ['away', 'portal-away'],
    ['missing', 'account-missing'],
    ['initial', 'password-is-initial'],
  ] as const)('hears it when the portal says “%s”, and nothing is counted or sent', async (account, kind) => {
    expect(await open(harness(), 'behrouz', account)).toMatchObject({ kind });
    expect(await harness().jobs('sms-code')).toEqual([]);
    expect(await harness().used('behrouz')).toBe(1);
  });

  it('hears after the fifth recovery when the period ends, to its last moment', async () => {
    const lastDay = addDays(dayInTehran(harness().clock.now()), 265);
    const until = startOfDay(addDays(lastDay, 1)).getTime() - 1;
    expect(await open(harness(), 'kamran')).toMatchObject({ kind: 'resets-used-up', until });
  });

  it('hears it after the right code as well, when the last one was taken meanwhile', async () => {
    const farhad = asker('farhad');
    const { challengeId } = await harness().sent('farhad', farhad);
    await harness().manager.update(ResetQuota, { memberId: harness().ids.farhad }, { used: 5 });
    const right = () => harness().confirm(challengeId, harness().code(challengeId), farhad);
    expect(await right()).toMatchObject({ kind: 'resets-used-up' });
    expect(await right()).toEqual({ kind: 'challenge-over' });
    expect(await harness().jobs('portal-reset')).toEqual([]);
  });

  it('may still begin in the last millisecond of cover, and no longer in the next', async () => {
    const lastDay = addDays(dayInTehran(harness().clock.now()), 265);
    const end = startOfDay(addDays(lastDay, 1)).getTime();
    harness().clock.set(new Date(end - 1));
    expect(await identify(harness(), 'behrouz')).toMatchObject({ kind: 'asking-portal' });
    harness().clock.set(new Date(end));
    expect(await identify(harness(), 'behrouz')).toMatchObject({ kind: 'cover-not-active' });
  });

  it('is looked at again when the portal has answered: what was free may be shut by then', async () => {
    const early = await harness().ticket('behrouz', asker('behrouz'));
    await harness().reserved('behrouz');
    const opened = await harness().reset((heart) => heart.open(early, 'changed', asker('behrouz')));
    expect(opened).toMatchObject({ kind: 'under-way' });
  });

  it('can have every refusal explained: the reference is in the trail, with the reason', async () => {
    const refused = await harness().reset((heart) =>
      heart.identify({ insuredCode: '999999', nationalId: '0010000011' }, stranger(1)),
    );
    const { reference } = refused as { reference: string };
    const line = await harness().manager.findOneByOrFail(AuditEntry, { reference });
    expect(line).toMatchObject({ event: 'authn_login_fail:no-match', actor: `chat:${stranger(1).chatKey}` });
  });
});

const typed = { number: person('sara').phone, source: 'typed' as const };
const contact = { ...typed, source: 'contact' as const };

onBothDatabases(
  'where only a contact card counts',
  (harness) => {
    it('a typed first number is not accepted, an own card is', async () => {
      const ticket = await harness().ticket('sara', asker('sara'));
      const offer = (mobile: typeof typed | typeof contact) =>
        harness().reset((heart) => heart.open(ticket, 'changed', asker('sara'), mobile));
      expect(await offer(typed)).toEqual({ kind: 'mobile-not-proven' });
      expect(await offer(contact)).toMatchObject({ kind: 'code-sent' });
    });
  },
  { firstMobile: 'contact' },
);

onBothDatabases(
  'where staff register first numbers',
  (harness) => {
    it('a request is put to them, once, and nothing is sent', async () => {
      const first = await open(harness(), 'sara');
      expect(first).toMatchObject({ kind: 'mobile-by-staff' });
      expect(await open(harness(), 'sara')).toEqual(first);
      expect(await harness().jobs('sms-code')).toEqual([]);
    });
  },
  { firstMobile: 'staff' },
);
