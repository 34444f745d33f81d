import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { page } from '../../src/audit/chain.js';
import { judge } from '../../src/audit/genuine.js';
import { makeAudit } from '../../src/audit/audit.js';
import { makeAuditChain, sealWaiting, type AuditChain } from '../../src/audit/sealer.js';
import { auditEvent, vocabulary, type AuditReason } from '../../src/audit/vocabulary.js';
import { writeUnwritten } from '../../src/db/after-commit.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { systemRandom } from '../../src/random.js';
import { onBothDatabases } from '../support/both-databases.js';
import { checkTrail } from '../support/trail-check.js';
import { testKeys } from '../support/test-keys.js';

const newer = Buffer.alloc(32, 'a key that came later');

onBothDatabases('the trail', (harness) => {
  const write = (count: number): Promise<void> =>
    harness().db.inTransaction(async (tx) => {
      const audit = makeAudit({ tx, clock: harness().clock, keyring: harness().keyring });
      for (let line = 0; line < count; line += 1) {
        await audit.write({ reason: 'code-sent', actor: 'system', detail: { line, چه: '۰۹۱۲•••••۰۲' } });
      }
    });
  const ask = <T>(work: (sealer: AuditChain) => Promise<T>, keys = testKeys): Promise<T> =>
    harness().db.inTransaction((tx) =>
      work(makeAuditChain({ tx, keyring: makeKeyring({ keys, random: systemRandom }) })),
    );
  const extend = () => ask((sealer) => sealer.extend());
  const seal = async () => (await extend()).sealed;
  const sound = { broken: null, kept: null, missing: null };
  const rows = () => harness().manager.find(AuditEntry, { order: { id: 'ASC' } });
  const verify = (kept: string | null = null, keys = testKeys) =>
    checkTrail(harness().db.inTransaction, makeKeyring({ keys, random: systemRandom }), kept);
  const line = (sequence: number) => harness().manager.findOneByOrFail(AuditEntry, { sequence });

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

  it.each([
    ['nothing of a signature', {}],
    ['a signature of its own make', { writer: '0'.repeat(16), number: 1, confirms: '', mac: '0'.repeat(64) }],
    ['the mark of a line of before', { writer: 'before' }],
  ])('takes in no line that somebody without the key has put in, with %s', async (_with, signature) => {
    await write(2);
    await seal();
    await write(1);
    const line: Partial<AuditEntry> = { ...(await rows())[0] };
    delete line.id;
    const unsigned = { writer: null, number: null, confirms: null, mac: null };
    const forged = { ...line, ...unsigned, ...signature, sequence: null, hash: null };
    const { identifiers } = await harness().manager.insert(AuditEntry, forged);
    expect(await extend()).toEqual({ sealed: 1, forged: [identifiers[0]?.['id']], missing: null });
    expect(await extend()).toEqual({ sealed: 0, forged: [], missing: null });
    expect(await verify()).toMatchObject({ ...sound, sound: 3 });
  });

  it.each(['event', 'actor', 'memberId', 'reference', 'detail', 'at'] as const)(
    'takes in no line whose %s was changed while it waited',
    async (column) => {
      await write(1);
      const [{ id }] = (await rows()) as [AuditEntry];
      const change = { event: 'x:y', actor: 'x', memberId: 9, reference: 'X', detail: '{}', at: new Date(0) };
      await harness().manager.update(AuditEntry, { id }, { [column]: change[column] });
      expect(await extend()).toEqual({ sealed: 0, forged: [id], missing: null });
    },
  );

  it('takes in a genuine line once, also where the database was made to hold it twice', async () => {
    await write(1);
    const [line] = (await rows()) as [AuditEntry];
    await expect(harness().manager.insert(AuditEntry, { ...line, id: line.id + 1 })).rejects.toThrow();
    const twice = [line, { ...line, id: line.id + 1 }];
    const found = await judge(harness().keyring, twice, null, () => Promise.resolve(twice));
    expect(found).toEqual({ genuine: [line], forged: [line.id + 1], missing: null });
  });

  it('misses a line that was taken out before it was sealed, and says so again when it is walked', async () => {
    await write(1);
    await write(1);
    const [, gone] = await rows();
    await harness().manager.delete(AuditEntry, { id: gone!.id });
    await write(1);
    const missing = { writer: gone!.writer, number: gone!.number };
    expect(await extend()).toEqual({ sealed: 2, forged: [], missing });
    expect(await verify()).toMatchObject({ ...sound, sound: 2, missing });
  });

  it('misses it also where another line was given its number', async () => {
    await write(2);
    await seal();
    await write(1);
    const [first, , gone] = await rows();
    await harness().manager.delete(AuditEntry, { id: gone!.id });
    await harness().manager.update(AuditEntry, { id: first!.id }, { number: gone!.number });
    await write(1);
    expect(await extend()).toMatchObject({ missing: { number: gone!.number } });
  });

  it('misses it also where it is there, but was set aside as changed', async () => {
    await write(1);
    await write(1);
    const [gone] = await rows();
    await harness().manager.update(AuditEntry, { id: gone!.id }, { actor: 'staff:1' });
    const missing = { writer: gone!.writer, number: gone!.number };
    expect(await extend()).toEqual({ sealed: 1, forged: [gone!.id], missing });
    await harness().manager.update(AuditEntry, { id: gone!.id }, { actor: gone!.actor });
    expect(await verify()).toMatchObject({ ...sound, sound: 1, missing });
  });

  it('misses nothing that was rolled back, alone or beside others, and still says what that would have said', async () => {
    await write(1);
    const undone = harness().db.inTransaction(async (tx) => {
      const audit = makeAudit({ tx, clock: harness().clock, keyring: harness().keyring });
      await audit.write({ reason: 'code-sent', actor: 'system' });
      await writeUnwritten(tx);
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    await Promise.all([write(3), write(2), write(1)]);
    await write(1);
    const { length } = await rows();
    expect(await extend()).toEqual({ sealed: length, forged: [], missing: null });
    expect(await verify()).toMatchObject({ ...sound, sound: length });
    const [first] = await rows();
    expect((await rows()).some(({ confirms }) => confirms?.includes(`${first!.number}-`))).toBe(true);
  });

  it('takes in once what was waiting when the version came that signs', async () => {
    const old = { at: harness().clock.now(), event: 'x:y', actor: 'system', memberId: null, reference: null };
    const unsigned = {
      ...old,
      detail: '{}',
      sequence: null,
      hash: null,
      number: null,
      confirms: null,
      mac: null,
    };
    const put = () => harness().manager.insert(AuditEntry, { ...unsigned, writer: 'before' });
    const sealed = { ...unsigned, writer: null, sequence: 1, hash: 'as that version made it' };
    await harness().manager.insert(AuditEntry, sealed);
    await put();
    await put();
    const unmarked = await harness().manager.insert(AuditEntry, { ...unsigned, writer: null });
    const signedAnyhow = { ...unsigned, writer: 'before', mac: '0'.repeat(64) };
    const falselySigned = await harness().manager.insert(AuditEntry, signedAnyhow);
    await write(1);
    const forged = [unmarked, falselySigned].map(({ identifiers }) => identifiers[0]?.['id'] as number);
    expect(await extend()).toEqual({ sealed: 3, forged, missing: null });
    await put();
    expect(await extend()).toMatchObject({ sealed: 0, forged: [expect.any(Number)] });
  });

  it('takes in no line with the mark of before where no older version has sealed anything', async () => {
    await write(1);
    const [genuine] = (await rows()) as [AuditEntry];
    const unsigned = { writer: 'before', number: null, confirms: null, mac: null };
    await harness().manager.update(AuditEntry, { id: genuine.id }, unsigned);
    expect(await extend()).toEqual({ sealed: 0, forged: [genuine.id], missing: null });
    expect(await verify()).toMatchObject({ ...sound, sound: 0 });
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
