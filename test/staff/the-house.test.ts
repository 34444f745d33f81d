import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { PasswordReset } from '../../entities/password-reset.js';
import { makeAlerts } from '../../src/alerts/alerts.js';
import { makeAudit } from '../../src/audit/audit.js';
import { makeSealer } from '../../src/audit/sealer.js';
import type { Transaction } from '../../src/db/transaction.js';
import { makeTrailCheckPerformer } from '../../src/outbox/performers/trail-check.js';
import type { TrailCheck } from '../../src/outbox/trail-check.js';
import { bare } from '../conversations/screen.js';
import { hour } from '../support/hand-clock.js';
import { openStaffHouse, type StaffHouse } from './staff-house.js';
import type { Visitor } from '../conversations/harness.js';

let house: StaffHouse;
let shahin: Visitor;
beforeEach(async () => {
  house = await openStaffHouse();
  shahin = await house.atWork('supervisor');
});
afterEach(() => house.drop());

/** Asks for the chain to be checked, has it checked, and says what was told of it. */
async function checked(kept = ''): Promise<string[]> {
  expect(await shahin.says(`/audit verify ${kept}`)).toEqual(['audit-checking']);
  const { db, heart } = house;
  const rooms = (tx: Transaction) => {
    const parts = heart.parts(tx);
    return { chats: parts.chats, alerts: makeAlerts({ ...parts, audit: makeAudit(parts) }) };
  };
  const performer = makeTrailCheckPerformer({
    inTransaction: db.inTransaction,
    keyring: heart.keyring,
    rooms,
  });
  const asked = (await heart.errands<TrailCheck>('trail-check')).at(-1)!;
  const entry = { id: 1, lane: null, tries: 1, createdAt: house.clock.now(), goOn: async () => true };
  const done = await performer.perform(asked, entry);
  if (done.kind !== 'done') throw new Error(done.fault);
  await db.inTransaction((tx) => performer.settle(tx, asked, done.result));
  await house.settleDown();
  return shahin.screen.news().filter((said) => said !== 'alert-trail-broken');
}

describe('a recovery without a clear outcome', () => {
  let behrouz: Visitor;
  let id: string;
  beforeEach(async () => {
    const { heart } = house;
    behrouz = house.visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    await behrouz.says(await house.code());
    const held = await heart.manager.findOneByOrFail(PasswordReset, { memberId: heart.ids.behrouz });
    ({ id } = held);
    house.clock.pass(7 * hour);
    await heart.settle((settlement) => settlement.resetAnswered(id, 'unknown'));
    await house.settleDown();
    behrouz.screen.news();
  });
  const state = async () => (await house.heart.manager.findOneByOrFail(PasswordReset, { id })).state;

  it('is told to staff and waits for them', async () => {
    expect(shahin.screen.news()).toEqual(['alert-reset-with-staff']);
    expect(bare(shahin.screen.last().text)).toContain('برای ۱ بازیابی');
    expect(await shahin.says('/pending')).toEqual(['pending-reset']);
    const reference = /[A-Z0-9]{8}/.exec(bare(shahin.screen.last().text))?.[0] ?? '';
    expect(await shahin.says(`/why ${reference}`)).toEqual(
      expect.arrayContaining(['why-title', 'story-reset-with-staff', 'why-reset']),
    );
  });

  it('is marked as done when it was, and the member hears of it', async () => {
    await shahin.says('/pending');
    expect(await shahin.press('button-mark-done')).toEqual(['ask-mark-done', 'ask-are-you-sure']);
    expect(await shahin.press('button-staff-yes')).toEqual(['did-mark-done']);
    expect(behrouz.screen.news()).toEqual(['reset-done']);
    expect([await state(), await house.heart.used('behrouz')]).toEqual(['done', 2]);
    expect(await shahin.says('/pending')).toEqual(['pending-nothing']);
  });

  it('is given back when it was not, once', async () => {
    await shahin.says('/pending');
    const again = shahin.screen.dataOf('برگرداندن به بیمه‌شده');
    await shahin.press('button-give-back');
    expect(await shahin.press('button-staff-yes')).toEqual(['did-give-back']);
    expect(behrouz.screen.news()).toEqual(['reset-returned']);
    expect([await state(), await house.heart.used('behrouz')]).toEqual(['given-back', 1]);
    await shahin.pressData(again);
    expect(shahin.screen.news()).toEqual(['nothing-to-do']);
  });

  it('is asked about again, and is out of the list when the portal knows', async () => {
    await shahin.says('/pending');
    expect(await shahin.press('button-ask-portal')).toEqual(['portal-asked']);
    expect(await house.heart.errands('ask-outcome')).toEqual([{ resetId: id }]);
    await house.heart.settle((settlement) => settlement.outcomeAnswered(id, 'done'));
    expect(await shahin.says('/pending')).toEqual(['pending-nothing']);
  });

  it('is not marked as done by a button that the portal has overtaken', async () => {
    await shahin.says('/pending');
    await shahin.press('button-give-back');
    await house.heart.settle((settlement) => settlement.outcomeAnswered(id, 'done'));
    expect(await shahin.press('button-staff-yes')).toEqual(['act-overtaken']);
    expect([await state(), await house.heart.used('behrouz')]).toEqual(['done', 2]);
  });
});

describe('“this was not me”', () => {
  it('reaches staff with a way to the member’s file', async () => {
    const behrouz = house.visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    await behrouz.says(await house.code());
    const { id } = await house.heart.manager.findOneByOrFail(PasswordReset, {
      memberId: house.heart.ids.behrouz,
    });
    await house.heart.settleDone(id);
    await house.settleDown();
    shahin.screen.news();
    await behrouz.pressData(`not-me:${id}`);
    expect(shahin.screen.news()).toEqual(['alert-not-me']);
    expect(await shahin.press('button-member')).toContain('way-not-me');
    await shahin.press('button-unblock');
    expect(await shahin.press('button-staff-yes')).toEqual(['did-unblock']);
  });
});

describe('the trail', () => {
  const seal = () => house.db.inTransaction((tx) => makeSealer({ tx, keyring: house.heart.keyring }).seal());

  it('is read for the house and for one member', async () => {
    await house.visitor('behrouz').says('/reset', '310002', '0020000022');
    expect(await shahin.says('/audit')).toContain('audit-of-all');
    expect(await shahin.says('/audit 310002')).toContain('event-code-sent');
    expect(await shahin.says('/audit 310003')).toEqual(['audit-of-member', 'audit-empty']);
  });

  it('is whole, until one byte of it is flipped', async () => {
    await house.visitor('behrouz').says('/reset', '310002', '0020000022');
    await seal();
    expect(await checked()).toEqual(['audit-sound', 'audit-unsealed', 'audit-head']);
    const line = await house.heart.manager.findOneByOrFail(AuditEntry, { sequence: 1 });
    const flipped = line.detail.replace(/.$/, ' ');
    await house.heart.manager.update(AuditEntry, { id: line.id }, { detail: flipped });
    expect(await checked()).toContain('audit-broken');
  });
});

describe('the trail’s head', () => {
  const seal = () => house.db.inTransaction((tx) => makeSealer({ tx, keyring: house.heart.keyring }).seal());

  it('that somebody kept shows that the end was cut off, though what is left is whole', async () => {
    await house.visitor('behrouz').says('/reset', '310002', '0020000022');
    await seal();
    await checked();
    const kept = /[0-9a-f]{16}/.exec(bare(shahin.screen.last().text))?.[0] ?? '';
    expect(await checked(kept.toUpperCase())).toContain('audit-kept-found');
    const { manager } = house.heart;
    const [last] = await manager.find(AuditEntry, { order: { sequence: 'DESC' }, take: 1 });
    await manager.delete(AuditEntry, { id: last!.id });
    expect(await checked(kept)).toEqual([
      'audit-sound',
      'audit-kept-missing',
      'audit-unsealed',
      'audit-head',
    ]);
  });

  it.each(['12ab', 'head', '0123456789abcdeg'])('is not %s', async (head) => {
    expect(await shahin.says(`/audit verify ${head}`)).toEqual(['usage', 'usage-audit']);
  });
});

describe('the sign on the door', () => {
  it('is what members read until it is taken down, and staff go in', async () => {
    const sara = house.visitor('sara');
    await sara.says('/reset');
    await shahin.says('/maintenance on تا ساعت ۱۲ برمی‌گردیم.');
    await shahin.press('button-staff-yes');
    expect(await sara.says('310001')).toEqual(['closed-sign']);
    expect(bare(sara.screen.last().text)).toBe('تا ساعت ۱۲ برمی‌گردیم.');
    expect(sara.screen.erased()).toHaveLength(1);
    expect(await shahin.says('/start')).toEqual(['greeting']);
    await shahin.says('/maintenance off');
    await shahin.press('button-staff-yes');
    expect(await sara.says('310001')).toContain('ask-national-id');
  });

  it.each(['/maintenance', '/maintenance on', '/maintenance soon'])(
    '%s says how it is done',
    async (text) => {
      expect(await shahin.says(text)).toEqual(['usage', 'usage-maintenance']);
    },
  );

  it('is short', async () => {
    expect(await shahin.says(`/maintenance on ${'الف'.repeat(101)}`)).toEqual(['maintenance-too-long']);
  });
});

describe('who works here', () => {
  let parvaneh: Visitor;
  beforeEach(async () => {
    parvaneh = await house.atWork('owner');
  });
  const orders = async (text: string): Promise<string[]> => {
    await parvaneh.says(text);
    return parvaneh.press('button-staff-yes');
  };

  it('is listed for owners', async () => {
    await parvaneh.says('/admins');
    expect(parvaneh.screen.last().text).toContain('مینا خوش‌رو');
    expect(await shahin.says('/admins')).toEqual(['staff-not-allowed']);
  });

  it('grows by an owner’s word', async () => {
    const novice = house.guest(3009);
    expect(await novice.says('/whoami')).toEqual(['unknown-command']);
    expect(await orders('/admins add telegram:3009 operator رضا نوآموز')).toEqual(['did-add']);
    expect(await novice.says('/whoami')).toEqual(['whoami']);
    expect(novice.screen.last().text).toContain('رضا نوآموز');
    expect(await parvaneh.says('/admins add telegram:3009 owner دیگری')).toEqual(['nothing-to-do']);
  });

  it('gets another account', async () => {
    const elsewhere = house.guest(3010);
    expect(await orders(`/admins link ${house.numbers.operator} telegram:3010`)).toEqual(['did-link']);
    expect(await elsewhere.says('/whoami')).toEqual(['whoami']);
    expect(elsewhere.screen.last().text).toContain('مینا خوش‌رو');
  });

  it('changes rank and leaves, and hears of it at once', async () => {
    expect(await orders(`/admins role ${house.numbers.supervisor} operator`)).toEqual(['did-role']);
    expect(shahin.screen.news()).toEqual(['staff-role']);
    expect(await shahin.says('/pending')).toEqual(['staff-not-allowed']);
    expect(await orders(`/admins remove ${house.numbers.supervisor}`)).toEqual(['did-remove']);
    expect(shahin.screen.news()).toEqual(['staff-role']);
    expect(await shahin.says('/whoami')).toEqual(['unknown-command']);
    expect(shahin.screen.calls.some(({ method }) => method === 'deleteMyCommands')).toBe(true);
  });

  it('always has an owner', async () => {
    const own = house.numbers.owner;
    expect(await parvaneh.says(`/admins remove ${own}`)).toEqual(['nothing-to-do']);
    expect(await parvaneh.says(`/admins role ${own} operator`)).toEqual(['nothing-to-do']);
  });

  it.each([
    'add',
    'add 12 owner x',
    'add telegram:5 boss x',
    'add telegram:5 owner',
    'link 1',
    'remove 99',
    'x',
  ])('does not change by /admins %s', async (text) => {
    expect(await parvaneh.says(`/admins ${text}`)).toEqual(['usage', 'usage-admins']);
  });
});
