import { expect, it } from 'vitest';
import { Coverage } from '../../entities/coverage.js';
import { Member } from '../../entities/member.js';
import { ResetQuota } from '../../entities/reset-quota.js';
import { changesAfter } from '../../src/import/changes.js';
import { undoNeedsTwo } from '../../src/import/two-persons.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { day } from '../support/hand-clock.js';
import { another, openTown, strangers, type Line, type Town } from './list-harness.js';

const [sara, behrouz] = strangers(2) as [Line, Line];
/** The period in force by the clock of the harness, with which everybody is entered. */
const period = { startsOn: '2026-03-21', endsOn: '2027-03-20' };

onCleanDatabases('periods of cover in a list', (db) => {
  const periodsOf = async ({ insuredCode }: Line) => {
    const { manager } = db().dataSource;
    const { id: memberId } = await manager.findOneByOrFail(Member, { insuredCode });
    const periods = await manager.find(Coverage, { where: { memberId }, order: { startsOn: 'ASC' } });
    const quotas = await manager.findBy(ResetQuota, { memberId });
    return periods.map(({ id, startsOn, endsOn }) => {
      const { used = 0, allowance = 5 } = quotas.find(({ coverageId }) => coverageId === id) ?? {};
      return { startsOn, endsOn, used, allowance };
    });
  };

  const useUp = (town: Town, { insuredCode }: Line) =>
    town.members(async (book) => {
      const member = await book.byInsuredCode(insuredCode);
      const cover = await book.coverAt(member!.id, town.clock.now());
      await book.putQuota({ memberId: member!.id, coverageId: cover!.id, used: 5, allowance: 5 });
    });

  it.each([
    ['a later first day', { from: '2026-04-01', to: period.endsOn }],
    ['an earlier first day', { from: '2026-03-01', to: period.endsOn }],
    ['a later last day', { from: period.startsOn, to: '2027-09-20' }],
    ['days that begin in its middle', { from: '2026-05-10', to: '2027-09-20' }],
  ])('with %s for somebody who has used all five leave them none', async (_, days) => {
    const town = openTown(db());
    await town.enter(sara);
    await useUp(town, sara);
    const run = await town.enter({ ...sara, ...days });
    expect(run).toMatchObject({ periods: 0, movedPeriods: 1, givenBack: 0, approvedBy: null });
    expect(await periodsOf(sara)).toEqual([{ startsOn: days.from, endsOn: days.to, used: 5, allowance: 5 }]);
  });

  it.each([
    ['cut short', { to: '2026-12-31' }],
    ['ended before today', { to: '2026-03-22' }],
    ['moved beyond today', { from: '2027-03-01', to: '2028-03-01' }],
  ])('%s are as much as a grant: one person does not do it', async (_, days) => {
    const town = openTown(db());
    await town.enter(sara, behrouz);
    await useUp(town, sara);
    const { run } = await town.judgeLines({ ...sara, ...days }, behrouz);
    expect(run).toMatchObject({ movedPeriods: 1, givenBack: 1 });
    expect(await town.apply(run)).toMatchObject({ kind: 'needs-approval' });
    expect(await periodsOf(sara)).toEqual([{ ...period, used: 5, allowance: 5 }]);
    await town.runs((runs) => runs.approve(run.id, another, false));
    expect(await town.apply(run)).toMatchObject({ kind: 'applied', run: { overtaken: 0 } });
    expect(await periodsOf(sara)).toHaveLength(1);
    expect(await periodsOf(sara)).not.toMatchObject([period]);
  });

  it('that are over do not become over sooner by one person, who could then enter a forgotten member anew', async () => {
    const town = openTown(db());
    await town.enter(sara);
    town.clock.pass(366 * day);
    const { run } = await town.judgeLines({ ...sara, from: '2025-03-21', to: '2026-03-30' });
    expect(run).toMatchObject({ movedPeriods: 1, givenBack: 1 });
    expect(await town.apply(run)).toMatchObject({ kind: 'needs-approval' });
    expect(await periodsOf(sara)).toMatchObject([period]);
  });

  it('after the one on record are new ones, with five recoveries of their own', async () => {
    const town = openTown(db());
    await town.enter(sara);
    await useUp(town, sara);
    const run = await town.enter({ ...sara, from: '2027-03-21', to: '2028-03-19' });
    expect(run).toMatchObject({ changed: 1, periods: 1, movedPeriods: 0, givenBack: 0 });
    expect(await periodsOf(sara)).toMatchObject([{ used: 5 }, { startsOn: '2027-03-21', used: 0 }]);
  });

  it('that a list has brought are not taken away again by one person, though nobody else had to agree to them', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const run = await town.enter({ ...sara, from: '2027-03-21', to: '2028-03-20' });
    expect(run).toMatchObject({ newcomers: 0, periods: 1, movedPeriods: 0, approvedBy: null });
    expect(undoNeedsTwo(run)).toBe(true);
  });

  it('that reach over two of them are left out, and staff read why', async () => {
    const town = openTown(db());
    await town.enter(sara);
    await town.enter({ ...sara, from: '2027-03-21', to: '2028-03-19' });
    const { run, found } = await town.judgeLines({ ...sara, from: '2026-09-01', to: '2027-09-01' });
    expect(run).toMatchObject({ state: 'judged', changed: 0, faulty: 1 });
    expect(found).toEqual([
      [2, 'Cover from', expect.stringContaining('overlap two periods'), expect.anything()],
    ]);
  });

  it('that began between judging and applying are not cut short by one person', async () => {
    const town = openTown(db());
    await town.enter({ ...sara, from: '2027-03-21', to: '2028-03-19' });
    const { run } = await town.judgeLines({ ...sara, from: '2027-03-21', to: '2027-12-31' });
    expect(run).toMatchObject({ movedPeriods: 1, givenBack: 0 });
    town.clock.set(new Date('2027-04-01T08:00:00Z'));
    expect(await town.apply(run)).toMatchObject({ kind: 'applied', run: { overtaken: 1 } });
    expect(await periodsOf(sara)).toMatchObject([{ endsOn: '2028-03-19' }]);
  });

  it('of two lists at once never overlap', async () => {
    const town = openTown(db());
    await town.enter(...strangers(40));
    const next = (from: string, to: string) =>
      town.judgeLines(...strangers(40).map((line) => ({ ...line, from, to })));
    const [one, other] = [await next('2027-03-21', '2028-03-19'), await next('2027-06-01', '2028-05-31')];
    const both = await Promise.all([town.apply(one.run), town.apply(other.run)]);
    const overtaken = both.map((applied) => (applied.kind === 'applied' ? applied.run.overtaken : -1));
    expect(overtaken.toSorted((a, b) => a - b)).toEqual([0, 40]);
    for (const line of strangers(40)) expect(await periodsOf(line)).toHaveLength(2);
  });

  it('are shown beforehand by both days, and are as before once the list is taken back', async () => {
    const town = openTown(db());
    await town.enter(sara, behrouz);
    const next = { from: '2027-03-21', to: '2028-03-19' };
    const { run } = await town.judgeLines(
      { ...sara, from: '2026-04-01', to: '2027-09-20' },
      { ...behrouz, ...next },
    );
    const changes = await db().inTransaction((tx) => changesAfter({ ...town.harness, tx }, run, 0, 10));
    expect(changes.map(({ column, before, after }) => [column, before, after])).toEqual([
      ['cover-from', period.startsOn, '2026-04-01'],
      ['cover-to', period.endsOn, '2027-09-20'],
      ['cover-from', null, next.from],
      ['cover-to', null, next.to],
    ]);
    await town.apply(run);
    expect(await town.undo(run)).toMatchObject({ state: 'undone', kept: 0 });
    expect(await periodsOf(sara)).toMatchObject([period]);
    expect(await periodsOf(behrouz)).toMatchObject([period]);
  });

  it('are refused by the database itself where they overlap', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const { manager } = db().dataSource;
    const { memberId } = await manager.findOneByOrFail(Coverage, {});
    const overlapping = { memberId, startsOn: '2027-03-20', endsOn: '2028-03-19' };
    await expect(manager.insert(Coverage, overlapping)).rejects.toThrow(/overlap/);
    await manager.insert(Coverage, { ...overlapping, startsOn: '2027-03-21' });
    await expect(
      manager.update(Coverage, { memberId, startsOn: '2027-03-21' }, { startsOn: '2027-03-20' }),
    ).rejects.toThrow(/overlap/);
    expect(await periodsOf(sara)).toHaveLength(2);
  });
});
