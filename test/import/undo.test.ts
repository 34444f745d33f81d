import { expect, it } from 'vitest';
import { ImportRow } from '../../entities/import-row.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { person } from '../../playground/cast.js';
import { importKeptMs, purgeImports } from '../../src/import/purge.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { testKeys } from '../support/test-keys.js';
import { openTown, strangers, type Line } from './list-harness.js';

const behrouz: Line = {
  insuredCode: person('behrouz').insuredCode,
  nationalId: person('behrouz').nationalId,
  mobile: person('behrouz').phone,
};
const newNumber = '09390000099';
const newer = Buffer.alloc(32, 'a key that came later');

onCleanDatabases('a list that is taken back', (db) => {
  it('leaves the book as it was before', async () => {
    const town = openTown(db());
    await town.enter(behrouz);
    const before = await town.record(behrouz.insuredCode);
    const other = { ...behrouz, nationalId: person('iraj').nationalId, mobile: newNumber, to: '2027-06-01' };
    const run = await town.enter(other, ...strangers(3));
    expect(await town.undo(run)).toMatchObject({ state: 'undone', kept: 0 });
    expect(await town.record(behrouz.insuredCode)).toEqual(before);
    expect(await db().dataSource.manager.countBy(Member, {})).toBe(1);
  });

  it('takes back a new period that nobody used, and leaves one that somebody did', async () => {
    const town = openTown(db());
    const [first, second] = strangers(2) as [Line, Line];
    await town.enter(first, second);
    const next = { from: '2027-03-21', to: '2028-03-19' };
    const run = await town.enter({ ...first, ...next }, { ...second, ...next });
    await town.members(async (book) => {
      const member = await book.byInsuredCode(second.insuredCode);
      const cover = await book.coverAt(member!.id, new Date('2027-05-01T12:00:00Z'));
      await book.putQuota({ memberId: member!.id, coverageId: cover!.id, used: 1, allowance: 5 });
    });
    expect(await town.undo(run)).toMatchObject({ kept: 1 });
    expect(await town.record(first.insuredCode, next.from)).toMatchObject({ cover: null });
    expect(await town.record(second.insuredCode, next.from)).toMatchObject({ cover: next });
  });

  it('keeps what changed since, and new members with whom something was done', async () => {
    const town = openTown(db());
    await town.enter(behrouz);
    const [active, idle] = strangers(2) as [Line, Line];
    const run = await town.enter({ ...behrouz, mobile: newNumber, to: '2027-06-01' }, active, idle);
    await town.enter({ ...behrouz, mobile: '09390000088' });
    await db().inTransaction(async (tx) => {
      const { id: memberId } = await tx.findOneByOrFail(Member, { insuredCode: active.insuredCode });
      await tx.insert(ResetQuota, { coverageId: 90_000, memberId, used: 1, allowance: 5 });
    });
    expect(await town.undo(run)).toMatchObject({ kept: 2 });
    expect(await town.record(behrouz.insuredCode)).toMatchObject({ mobile: '09390000088' });
    expect(await town.record(active.insuredCode)).not.toBeNull();
    expect(await town.record(idle.insuredCode)).toBeNull();
  });

  it('is taken back wholly where something else was changed since', async () => {
    const town = openTown(db());
    await town.enter(behrouz);
    const run = await town.enter({ ...behrouz, to: '2027-06-01' });
    await town.enter({ ...behrouz, mobile: newNumber, to: '2027-06-01' });
    expect(await town.undo(run)).toMatchObject({ kept: 0 });
    expect(await town.record(behrouz.insuredCode)).toMatchObject({
      mobile: newNumber,
      cover: { to: '2027-03-20' },
    });
  });

  it('can be taken back once', async () => {
    const town = openTown(db());
    const run = await town.enter(...strangers(2));
    await town.undo(run);
    expect(await town.undo(run)).toBeNull();
  });

  it('comes back under the key of today', async () => {
    const town = openTown(db());
    await town.enter(behrouz);
    const run = await town.enter({ ...behrouz, mobile: newNumber });
    const later = openTown(db(), undefined, [newer, ...testKeys]);
    expect(await later.undo(run)).toMatchObject({ kept: 0 });
    expect(await later.record(behrouz.insuredCode)).toMatchObject({ mobile: behrouz.mobile });
    const afterwards = openTown(db(), undefined, [newer]);
    expect(await afterwards.record(behrouz.insuredCode)).toMatchObject({ mobile: behrouz.mobile });
  });

  it('is judged anew when the key changed before it was applied', async () => {
    const town = openTown(db());
    const { run } = await town.judgeLines(behrouz);
    const later = openTown(db(), undefined, [newer, ...testKeys]);
    expect(await later.apply(run)).toEqual({ kind: 'key-changed' });
    expect(await later.enter(behrouz)).toMatchObject({ newcomers: 1 });
    expect((await town.runs((runs) => runs.find(run.id)))?.state).toBe('refused');
  });

  it('is not compared with members whose key is absent', async () => {
    await openTown(db()).enter(behrouz);
    const keyless = openTown(db(), undefined, [newer]);
    await expect(keyless.judgeLines({ ...behrouz, mobile: '' })).rejects.toThrow('absent');
  });

  it('cannot be taken back when what it holds of members has been removed in time', async () => {
    const town = openTown(db());
    const run = await town.enter(...strangers(2));
    const judged = (await town.judgeLines(behrouz)).run;
    const purge = () => db().inTransaction((tx) => purgeImports(tx, town.clock.now()));
    expect(await purge()).toBe(0);
    town.clock.pass(importKeptMs + 1);
    expect(await purge()).toBe(3);
    expect(await db().dataSource.manager.countBy(ImportRow, {})).toBe(0);
    expect(await town.undo(run)).toBeNull();
    expect(await town.apply(judged)).toEqual({ kind: 'not-judged' });
    expect(await db().dataSource.manager.countBy(Member, {})).toBe(2);
  });
});
