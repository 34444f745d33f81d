import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { page } from '../../src/audit/chain.js';
import { sealWaiting } from '../../src/audit/sealer.js';
import { auditEvent, vocabulary, type AuditReason } from '../../src/audit/vocabulary.js';
import { onBothDatabases } from '../support/both-databases.js';
import { testKeys } from '../support/test-keys.js';
import { sealedTrail, sound } from './sealed-trail.js';

const newer = Buffer.alloc(32, 'a key that came later');

onBothDatabases('the trail', (harness) => {
  const { write, ask, seal, verify, line } = sealedTrail(harness);

  it('names every reason in OWASP’s words, short enough for its column', () => {
    for (const reason of Object.keys(vocabulary) as AuditReason[]) {
      expect(auditEvent(reason)).toMatch(/^[a-z_]+:[a-z-]+$/);
      expect(auditEvent(reason).length).toBeLessThanOrEqual(64);
    }
  });

  it('is chained as it grows, page after page', async () => {
    await write(3);
    expect(await verify()).toEqual({ ...sound, sound: 0, head: null });
    expect(await seal()).toBe(3);
    await write(page);
    expect(await seal()).toBe(page);
    await write(1);
    const head = (await line(page + 3)).hash;
    expect(await verify()).toEqual({ ...sound, sound: page + 3, head });
  });

  it.each([
    ['at', { at: new Date('2020-01-01T00:00:00.000Z') }],
    ['event', { event: 'authn_login_fail:no-match' }],
    ['actor', { actor: 'staff:1' }],
    ['memberId', { memberId: 7 }],
    ['reference', { reference: 'ACDEFGHJ' }],
    ['detail', { detail: '{}' }],
    ['hash', { hash: '0'.repeat(64) }],
    ['number', { number: 9 }],
    ['confirms', { confirms: '1-1' }],
    ['mac', { mac: null }],
  ])('names the line whose %s was changed', async (_column, change) => {
    await write(4);
    await seal();
    const { id } = await line(2);
    await harness().manager.update(AuditEntry, { id }, change);
    expect(await verify()).toMatchObject({ sound: 1, broken: { sequence: 2, id } });
  });

  it('names the place of a line that is gone, and sees two that changed places', async () => {
    await write(5);
    await seal();
    await harness().manager.delete(AuditEntry, { sequence: 3 });
    expect(await verify()).toMatchObject({ sound: 2, broken: { sequence: 3, id: null } });
  });

  it('names the first place where the very first line is gone, and has no head then', async () => {
    await write(2);
    await seal();
    await harness().manager.delete(AuditEntry, { sequence: 1 });
    expect(await verify()).toEqual({ ...sound, sound: 0, head: null, broken: { sequence: 1, id: null } });
  });

  it('shows another head once it is cut off at its end', async () => {
    await write(3);
    await seal();
    const { head } = await verify();
    await harness().manager.delete(AuditEntry, { sequence: 3 });
    expect(await verify()).toMatchObject({ sound: 2, broken: null });
    expect((await verify()).head).not.toBe(head);
  });

  it('knows a head that was kept, until what came before it is cut off', async () => {
    await write(3);
    await seal();
    const kept = (await verify()).head!.slice(0, 16);
    await write(2);
    await seal();
    expect(await verify(kept)).toMatchObject({ sound: 5, broken: null, kept: 3 });
    for (const sequence of [5, 4, 3]) await harness().manager.delete(AuditEntry, { sequence });
    expect(await verify(kept)).toMatchObject({ sound: 2, broken: null, kept: null });
  });

  it('is sealed to its last line where it waits for more than a page', async () => {
    await write(page + 2);
    await sealWaiting(harness().db.inTransaction, harness().keyring);
    expect(await verify()).toMatchObject({ ...sound, sound: page + 2 });
  });

  it('is not harmed by two sealers at once', async () => {
    await write(40);
    await Promise.allSettled([seal(), seal(), seal(), seal()]);
    await seal();
    expect(await verify()).toMatchObject({ sound: 40, broken: null });
  });

  it('cannot be carried on without the key', async () => {
    await write(2);
    await seal();
    await write(1);
    await ask((sealer) => sealer.extend(), [newer, ...testKeys]);
    expect(await verify()).toMatchObject({ sound: 2, broken: { sequence: 3 } });
  });

  it('outlives a change of keys, once it was chained anew', async () => {
    await write(3);
    await seal();
    expect(await verify(null, [newer, ...testKeys])).toMatchObject({ sound: 3, broken: null });
    await ask((sealer) => sealer.rechain(), [newer, ...testKeys]);
    expect(await verify(null, [newer])).toMatchObject({ sound: 3, broken: null });
    await harness().manager.update(AuditEntry, { sequence: 2 }, { actor: 'staff:1' });
    await expect(ask((sealer) => sealer.rechain(), [newer])).rejects.toThrow('broken at 2');
  });
});
