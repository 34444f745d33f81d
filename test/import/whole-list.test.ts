import { expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Member } from '../../entities/member.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { countAbsent } from '../../src/handlers/import/run.js';
import type { ImportRun } from '../../src/import/runs.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { another, openTown, strangers, textOf, type Line, type Town } from './list-harness.js';

onCleanDatabases('a list that is everybody', (db) => {
  const gone = async (): Promise<string[]> => {
    const members = await db().dataSource.manager.find(Member, { order: { insuredCode: 'ASC' } });
    return members.filter(({ leftAt }) => leftAt !== null).map(({ insuredCode }) => insuredCode);
  };
  const applyWhole = async (town: Town, { id }: ImportRun) => {
    const counted = await countAbsent(town.harness, id);
    await town.runs((runs) => runs.approve(id, another, false, true));
    return { counted, applied: await town.apply(counted!) };
  };
  const codesOf = (lines: readonly Line[]) => lines.map(({ insuredCode }) => insuredCode);

  it('is counted first, and whoever is not in it has left once two agree', async () => {
    const town = openTown(db());
    const everybody = strangers(30);
    await town.enter(...everybody);
    const { run } = await town.judgeLines(...everybody.slice(0, 27), ...strangers(2, 50));
    const { counted, applied } = await applyWhole(town, run);
    expect(counted).toMatchObject({ absent: 3, counted: 1 });
    expect(applied).toMatchObject({ kind: 'applied', run: { newcomers: 2, state: 'done' } });
    expect(await gone()).toEqual(codesOf(everybody.slice(27)));
    const lines = await db().dataSource.manager.findBy(AuditEntry, { event: auditEvent('list-left') });
    expect(lines).toHaveLength(3);
  });

  it('leaves everybody where they are as long as nobody says that it is', async () => {
    const town = openTown(db());
    await town.enter(...strangers(5));
    const { run } = await town.judgeLines(...strangers(2));
    await countAbsent(town.harness, run.id);
    await town.apply(run);
    expect(await gone()).toEqual([]);
  });

  it('misses nobody who came after it was read, nor whoever stands in it with a fault', async () => {
    const town = openTown(db());
    const [known, faulty, absent] = strangers(3) as [Line, Line, Line];
    await town.enter(known, faulty, absent);
    town.clock.pass(1_000);
    const { run } = await town.judgeLines(known, { ...faulty, nationalId: '12' });
    town.clock.pass(1_000);
    await town.enter(...strangers(1, 90));
    await applyWhole(town, run);
    expect(await gone()).toEqual([absent.insuredCode]);
  });

  it('is not taken for everybody where a line names nobody knows whom', async () => {
    const town = openTown(db());
    await town.enter(...strangers(2));
    const { run } = await town.judge(`${textOf(strangers(1))}not a code,1,2026-03-21,2027-03-20,,\n`);
    expect(await countAbsent(town.harness, run.id)).toBeNull();
  });

  it('has them back when a later list names them, and when it is taken back', async () => {
    const town = openTown(db());
    const [stays, returns, other] = strangers(3) as [Line, Line, Line];
    await town.enter(stays, returns, other);
    const { run } = await town.judgeLines(stays);
    await applyWhole(town, run);
    expect(await gone()).toEqual(codesOf([returns, other]));
    expect(await town.enter(returns)).toMatchObject({ changed: 1 });
    expect(await gone()).toEqual([other.insuredCode]);
    await town.undo((await town.runs((runs) => runs.find(run.id)))!);
    expect(await gone()).toEqual([]);
  });
});
