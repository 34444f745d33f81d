import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { ImportRow } from '../../entities/import-row.js';
import { Member } from '../../entities/member.js';
import { person } from '../../playground/cast.js';
import { changesAfter } from '../../src/import/changes.js';
import { makeImportWording } from '../../src/import/wording.js';
import { RunLeasedElsewhere } from '../../src/import/runs.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { words } from './files.js';
import { another, openTown, strangers, supervisor, textOf, type Line } from './list-harness.js';

const sara: Line = { insuredCode: person('sara').insuredCode, nationalId: person('sara').nationalId };
const hers = person('sara').phone;
const behrouz: Line = {
  insuredCode: person('behrouz').insuredCode,
  nationalId: person('behrouz').nationalId,
  mobile: person('behrouz').phone,
};
const newNumber = '09390000099';

onCleanDatabases('a list of members', (db) => {
  const revisions = async () =>
    (await db().dataSource.manager.findBy(Member, {})).map(({ id, revision }) => [id, revision]);

  it('changes nothing until it is applied, and is told beforehand by its counts', async () => {
    const town = openTown(db());
    const { run } = await town.judge(`${textOf([sara, behrouz])}not a code,1,2,3,,\n`);
    expect(run).toMatchObject({ state: 'judged', newcomers: 2, changed: 0, unchanged: 0, faulty: 1 });
    expect(await town.record(sara.insuredCode)).toBeNull();
    expect(await town.apply(run)).toMatchObject({ kind: 'applied', run: { state: 'done', overtaken: 0 } });
    expect(await town.record(sara.insuredCode)).toMatchObject({ nationalId: sara.nationalId, mobile: null });
    expect(await town.record(behrouz.insuredCode)).toEqual({
      insuredCode: behrouz.insuredCode,
      nationalId: behrouz.nationalId,
      mobile: behrouz.mobile,
      name: null,
      source: 'insurer',
      cover: { from: '2026-03-21', to: '2027-03-20' },
    });
  });

  it('read a second time finds everything as it is, and writes nothing', async () => {
    const town = openTown(db());
    await town.enter(...strangers(40), sara);
    const before = await revisions();
    const again = await town.enter(...strangers(40), sara);
    expect(again).toMatchObject({ newcomers: 0, changed: 0, unchanged: 41, overtaken: 0 });
    expect(await db().dataSource.manager.countBy(ImportRow, { runId: again.id })).toBe(0);
    expect(await revisions()).toEqual(before);
  });

  it('says nothing of whom it leaves out and of mobiles that it leaves empty, so they stay', async () => {
    const town = openTown(db());
    await town.enter(sara, behrouz);
    const run = await town.enter({ ...behrouz, mobile: '', to: '2027-06-01' });
    expect(run).toMatchObject({ changed: 1, mobiles: 0 });
    expect(await town.record(behrouz.insuredCode)).toMatchObject({
      mobile: behrouz.mobile,
      source: 'insurer',
      cover: { to: '2027-06-01' },
    });
    expect(await town.record(sara.insuredCode)).not.toBeNull();
  });

  it('with the next period leaves the one before as it was', async () => {
    const town = openTown(db());
    await town.enter(sara);
    await town.enter({ ...sara, from: '2027-03-21', to: '2028-03-19' });
    expect(await town.record(sara.insuredCode)).toMatchObject({ cover: { to: '2027-03-20' } });
    expect(await town.record(sara.insuredCode, '2027-03-21')).toMatchObject({ cover: { to: '2028-03-19' } });
  });

  it('gives a first mobile, and another one or another national ID, and counts them apart', async () => {
    const town = openTown(db());
    await town.enter(sara, behrouz, ...strangers(1));
    const [stranger] = strangers(1);
    const other = { ...stranger!, nationalId: person('iraj').nationalId };
    const run = await town.enter({ ...sara, mobile: hers }, { ...behrouz, mobile: newNumber }, other);
    expect(run).toMatchObject({ changed: 3, mobiles: 1, nationalIds: 1 });
    expect(await town.record(sara.insuredCode)).toMatchObject({ mobile: hers, source: 'insurer' });
    expect(await town.record(behrouz.insuredCode)).toMatchObject({ mobile: newNumber });
    expect(await town.record(other.insuredCode)).toMatchObject({ nationalId: other.nationalId });
  });

  it('shows beforehand what it changes of whom, and neither ID nor number whole', async () => {
    const town = openTown(db());
    await town.enter(sara, behrouz);
    const { run } = await town.judgeLines(sara, ...strangers(1), {
      ...behrouz,
      mobile: newNumber,
      to: '2027-06-01',
    });
    const changes = await db().inTransaction((tx) => changesAfter({ ...town.harness, tx }, run, 0, 10));
    const whose = { line: 4, insuredCode: behrouz.insuredCode, stays: false };
    expect(changes).toEqual([
      { ...whose, column: 'mobile', before: '0912•••••02', after: '0939•••••99' },
      { ...whose, column: 'cover-to', before: '2027-03-20', after: '2027-06-01' },
    ]);
  });

  it('with changed mobiles waits for a second person, who is not the first', async () => {
    const town = openTown(db());
    await town.enter(...strangers(2));
    const { run } = await town.judgeLines(
      ...strangers(2).map((line, at) => ({ ...line, mobile: `0939000000${at}` })),
    );
    expect(await town.apply(run)).toMatchObject({ kind: 'needs-approval' });
    const approve = (by: string) => town.runs((runs) => runs.approve(run.id, by, false));
    expect(await approve(supervisor)).toEqual({ kind: 'same-person' });
    expect(await town.apply(run)).toMatchObject({ kind: 'needs-approval' });
    expect(await approve(another)).toMatchObject({ kind: 'approved' });
    expect(await town.apply(run)).toMatchObject({ kind: 'applied', run: { mobiles: 2 } });
    expect(await town.record(strangers(1)[0]!.insuredCode)).toMatchObject({ mobile: '09390000000' });
  });

  it('does not replace the number that a member registered, and says so', async () => {
    const town = openTown(db());
    await town.enter(sara);
    await town.members(async (book) =>
      book.registerMobile((await book.byInsuredCode(sara.insuredCode))!, hers, 'contact'),
    );
    const { run, found } = await town.judgeLines({ ...sara, mobile: newNumber, to: '2027-06-01' });
    expect(run).toMatchObject({ changed: 1, mobiles: 0, contradicted: 1 });
    expect(found).toEqual([[2, 'Mobile', expect.stringContaining('registered another'), '09•••••••99']]);
    await town.apply(run);
    expect(await town.record(sara.insuredCode)).toMatchObject({
      mobile: hers,
      source: 'contact',
      cover: { to: '2027-06-01' },
    });
  });

  it.each(['fa', 'en'] as const)('tells every finding in words (%s)', async (locale) => {
    const town = openTown(db());
    const faulty = { ...behrouz, nationalId: '1', from: '1/1/1404', mobile: 'x' };
    const { run } = await town.judgeLines(behrouz, faulty, { ...sara, mobile: behrouz.mobile! });
    expect(run).toMatchObject({ faulty: 1, findings: 5 });
    const rows = await town.found(run, locale);
    expect(rows.map(([line]) => line)).toEqual([3, 3, 3, 3, 4]);
    expect(rows.flat().join()).not.toMatch(/undefined|\{|\u2068/);
    const shared = { column: 'mobile', reason: 'import-mobile-shared', shown: '', firstLine: 2 } as const;
    expect(rows.at(-1)?.[2]).toBe(makeImportWording(words, locale).finding(shared));
  });

  it('replaces it when a second person agrees to that', async () => {
    const town = openTown(db());
    await town.enter(sara);
    await town.members(async (book) =>
      book.registerMobile((await book.byInsuredCode(sara.insuredCode))!, hers, 'typed'),
    );
    const { run } = await town.judgeLines({ ...sara, mobile: newNumber });
    expect(run).toMatchObject({ changed: 0, contradicted: 1 });
    await town.runs((runs) => runs.approve(run.id, another, true));
    await town.apply(run);
    expect(await town.record(sara.insuredCode)).toMatchObject({ mobile: newNumber, source: 'insurer' });
    await town.undo(run);
    expect(await town.record(sara.insuredCode)).toMatchObject({ mobile: hers, source: 'typed' });
  });

  it('leaves alone whoever changed, or came, after it was judged', async () => {
    const town = openTown(db());
    await town.enter(behrouz);
    const { run } = await town.judgeLines({ ...behrouz, mobile: newNumber }, sara);
    await town.enter({ ...behrouz, mobile: '09390000088' }, { ...sara, mobile: hers });
    expect(await town.applyByTwo(run)).toMatchObject({ kind: 'applied', run: { overtaken: 2 } });
    expect(await town.record(behrouz.insuredCode)).toMatchObject({ mobile: '09390000088' });
    expect(await town.record(sara.insuredCode)).toMatchObject({ mobile: hers });
  });

  it('that breaks off is refused as a whole', async () => {
    const town = openTown(db());
    const { run } = await town.judge(`${textOf([sara])}"${behrouz.insuredCode},never closed\n`);
    expect(run.state).toBe('refused');
    expect(await town.apply(run)).toEqual({ kind: 'not-judged' });
    expect(await town.record(sara.insuredCode)).toBeNull();
  });

  it('is applied by one of two who apply it at once, and by nobody twice', async () => {
    const town = openTown(db());
    const { run } = await town.judgeLines(...strangers(1_500));
    const both = await Promise.allSettled([town.apply(run), town.apply(run)]);
    for (const one of both)
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RunLeasedElsewhere);
    await town.apply(run);
    expect(await db().dataSource.manager.countBy(Member, {})).toBe(1_500);
    expect(await town.runs((runs) => runs.find(run.id))).toMatchObject({ state: 'done', overtaken: 0 });
  });

  it('keeps nothing of anybody in clear, and leaves a trail', async () => {
    const town = openTown(db());
    await town.enter(behrouz);
    const run = await town.enter({ ...behrouz, mobile: newNumber });
    const rows = JSON.stringify(await db().dataSource.manager.findBy(ImportRow, {}));
    for (const secret of [behrouz.nationalId, behrouz.mobile!, newNumber]) expect(rows).not.toContain(secret);
    const trail = await db().dataSource.manager.find(AuditEntry, {
      where: { reference: run.reference },
      order: { id: 'ASC' },
    });
    expect(trail.map(({ event, actor }) => [event, actor])).toEqual([
      ['authz_change:import-approved', another],
      ['user_updated:import-applied', supervisor],
    ]);
  });
});
