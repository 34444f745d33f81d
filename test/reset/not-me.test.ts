import { expect, it } from 'vitest';
import { Alert } from '../../entities/alert.js';
import { AuditEntry } from '../../entities/audit-entry.js';
import type { LockOrder } from '../../src/reset/ports.js';
import { onBothDatabases } from '../support/both-databases.js';
import { minute } from '../support/hand-clock.js';
import { asker } from '../support/reset-harness.js';
import { identified } from './portal-answered.js';

const behrouz = asker('behrouz');
const atBale = asker('behrouz', 'bale');

onBothDatabases('“this was not me”', (harness) => {
  const report = (resetId: string, from = behrouz) =>
    harness().reset((heart) => heart.reportNotMe(resetId, from));

  it('closes the way back at once, ends the open challenge and alerts staff', async () => {
    const id = await harness().reserved('behrouz');
    await harness().settleDone(id);
    harness().clock.pass(minute);
    const { challengeId } = await harness().sent('behrouz', atBale);
    expect(await report(id)).toMatchObject({ kind: 'not-me-frozen' });
    const late = await harness().confirm(challengeId, harness().code(challengeId), atBale);
    expect(late.kind).toBe('challenge-over');
    expect(await identified(harness())).toBe('locked-until-staff');
    const event = 'authn_login_lock:not-me';
    expect(await harness().manager.countBy(AuditEntry, { event })).toBe(1);
    expect(await report(id)).toEqual({ kind: 'not-me-known' });
  });

  it('asks the portal to lock the account once, and tells chat, trail and staff what was done', async () => {
    const id = await harness().reserved('behrouz');
    await harness().settleDone(id);
    await report(id);
    await report(id);
    const orders = await harness().jobs<LockOrder>('portal-lock');
    expect(orders).toMatchObject([{ insuredCode: '310002', chatKey: behrouz.chatKey }]);
    const answer = { lock: 'done', sessions: 'failed' } as const;
    await harness().settle((results) => results.accountLocked(orders[0]!, answer));
    expect(await harness().told(behrouz)).toContainEqual({
      ...{ kind: 'account-lock', reference: orders[0]!.reference },
      ...answer,
    });
    const event = 'authn_login_lock:account-lock';
    expect(await harness().manager.countBy(AuditEntry, { event })).toBe(1);
    expect(await harness().manager.countBy(Alert, { cause: 'account-lock' })).toBe(1);
  });

  it('asks nothing of the portal for a chat that is not known to be the member’s', async () => {
    const id = await harness().reserved('behrouz');
    await report(id, asker('kamran'));
    expect(await harness().jobs('portal-lock')).toEqual([]);
  });

  it('closes nothing from a chat that is not known to be the member’s', async () => {
    const id = await harness().reserved('behrouz');
    expect(await report(id, asker('kamran'))).toMatchObject({ kind: 'not-me-unlinked' });
    expect(await report('f'.repeat(32))).toEqual({ kind: 'chat-not-linked' });
    await harness().settleDone(id);
    expect(await identified(harness())).toBe('asking-portal');
  });
});
