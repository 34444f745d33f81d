import { beforeEach, describe, expect, it } from 'vitest';
import { Alert } from '../../entities/alert.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { type Alerts } from '../../src/alerts/alerts.js';
import { causes, type Cause } from '../../src/alerts/causes.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl } from '../../src/db/database-url.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { platformNames } from '../../src/platforms.js';
import { systemRandom } from '../../src/random.js';
import { makePeople } from '../../src/people/people.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { day, handClock, hour, minute, type HandClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';
import { toldEvent } from '../support/told-event.js';
import { putStaffOnRecord, staffChat } from './staff-on-record.js';
import { testServices } from '../support/test-services.js';

const keyring = makeKeyring({ keys: testKeys, random: systemRandom });

onCleanDatabases('an alert', (db, kind) => {
  let clock: HandClock;
  beforeEach(async () => {
    clock = handClock();
    await db().inTransaction((tx) => putStaffOnRecord(tx, clock));
  });

  const within = <T>(work: (alerts: Alerts) => Promise<T>, door: TransactionRunner = db().inTransaction) =>
    door((tx) => work(testServices(tx, { keyring, clock }).alerts));
  const raise = (cause: Cause, about = '', door?: TransactionRunner) =>
    within((alerts) => alerts.raise({ cause, about }), door);
  /** Chats that were told, and of what. */
  const told = async () =>
    (await db().dataSource.manager.find(InboxEntry, { order: { id: 'ASC' } })).map((row) => {
      const { cause } = toldEvent(keyring, row) as { cause: Cause };
      return `${cause} ${row.chatKey}`;
    });
  const trail = async (cause: Cause) =>
    (await db().dataSource.manager.findBy(AuditEntry, { event: auditEvent(cause) })).length;
  const supervisorsAndOwners = (cause: Cause) =>
    (['owner', 'supervisor'] as const).flatMap((role) =>
      platformNames.map((platform) => `${cause} ${staffChat(role, platform)}`),
    );

  it('reaches every chat of whoever has the role for it, and stands in the trail', async () => {
    expect(await raise('portal-silent')).toBe(true);
    expect((await told()).sort()).toEqual(supervisorsAndOwners('portal-silent').sort());
    expect(await trail('portal-silent')).toBe(1);
  });

  it('is told once an hour, however long the storm', async () => {
    for (let minutes = 0; minutes < 120; minutes += 5) {
      await raise('portal-silent');
      clock.pass(5 * minute);
    }
    expect(await told()).toHaveLength(2 * 4);
    expect(await trail('portal-silent')).toBe(2);
  });

  it('about one thing does not keep another waiting', async () => {
    await raise('sms-resting', 'kavenegar');
    await raise('sms-resting', 'smsir');
    await raise('sms-no-credit', 'kavenegar');
    expect(await told()).toHaveLength(3 * 4);
  });

  it('is told once by all who see it at the same moment', async () => {
    const other = await makeDataSource(parseDatabaseUrl(db().url)!).initialize();
    const replica = kind.name === 'MariaDB' ? makeTransactionRunner(other) : db().inTransaction;
    const doors = [db().inTransaction, replica];
    const both = () =>
      Promise.all(Array.from({ length: 16 }, (_, at) => raise('sms-resting', 'kavenegar', doors[at % 2])));
    const raised = await both();
    expect(raised.filter(Boolean)).toHaveLength(1);
    clock.pass(hour);
    const again = await both();
    expect(again.filter(Boolean)).toHaveLength(1);
    expect(await told()).toHaveLength(2 * 4);
    expect(await trail('sms-resting')).toBe(2);
    await other.destroy();
  });

  it('is not told when what it tells of is undone', async () => {
    const undone = within(async (alerts) => {
      await alerts.raise({ cause: 'portal-silent' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await told()).toEqual([]);
    expect(await raise('portal-silent')).toBe(true);
  });

  it('of low credit is told once a day', async () => {
    await raise('sms-credit-low', 'kavenegar');
    clock.pass(day - 1);
    expect(await raise('sms-credit-low', 'kavenegar')).toBe(false);
    clock.pass(1);
    expect(await raise('sms-credit-low', 'kavenegar')).toBe(true);
  });

  it('of a messenger’s refusal goes to the chats on the other one', async () => {
    await raise('token-refused', 'telegram');
    expect((await told()).every((line) => line.includes(' bale:'))).toBe(true);
    expect(await told()).toHaveLength(2);
  });

  it('reaches nobody who has left, and not a role below', async () => {
    await db().inTransaction(async (tx) => {
      const people = makePeople({ tx, clock });
      const [owner, supervisor] = await people.active();
      await people.remove(owner!.id);
      await people.setRole(supervisor!.id, 'supervisor', 'operator');
    });
    await raise('portal-silent');
    expect(await told()).toEqual([]);
    await raise('not-me', '310002');
    expect(await told()).toHaveLength(4);
  });

  it('that is over is told once, and only if it was told that it had begun', async () => {
    const back = () => within((alerts) => alerts.clear({ cause: 'portal-silent' }, { cause: 'portal-back' }));
    expect(await back()).toBe(false);
    await raise('portal-silent');
    const ends = await Promise.all([back(), back()]);
    expect(ends.filter(Boolean)).toHaveLength(1);
    expect(await back()).toBe(false);
    clock.pass(2 * hour);
    await raise('portal-silent');
    expect(await back()).toBe(true);
    const [row] = await db().dataSource.manager.findBy(Alert, { cause: 'portal-silent' });
    expect(row?.state).toBe('over');
  });
});

describe('the causes', () => {
  it('are short enough for their columns', () => {
    for (const cause of Object.keys(causes)) expect(cause.length).toBeLessThanOrEqual(32);
  });

  it('leave a line in the trail each, by themselves or by what has happened', () => {
    const already = Object.entries(causes).filter(([, { inTrail }]) => inTrail === 'already');
    expect(already.map(([cause]) => cause).sort()).toEqual([
      'account-lock',
      'account-missing',
      'closed-for-wrong-codes',
      'not-me',
      'not-my-change',
      'reset-with-staff',
      'sms-budget-spent',
      'too-many-members',
    ]);
  });
});
