import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { judge } from '../../src/audit/genuine.js';
import { makeAudit } from '../../src/audit/audit.js';
import { writeUnwritten } from '../../src/db/after-commit.js';
import { onBothDatabases } from '../support/both-databases.js';
import { sealedTrail, sound } from './sealed-trail.js';

onBothDatabases('the trail', (harness) => {
  const { write, extend, seal, rows, verify } = sealedTrail(harness);

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
});
