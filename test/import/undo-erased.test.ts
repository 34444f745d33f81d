import { expect, it } from 'vitest';
import { ImportRow } from '../../entities/import-row.js';
import { Member } from '../../entities/member.js';
import { countAbsent } from '../../src/handlers/import/run.js';
import type { ImportRun } from '../../src/import/runs.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { makeForgetting } from '../../src/members/forget.js';
import { systemRandom } from '../../src/random.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { everythingIn } from '../support/everything-in.js';
import { testKeys } from '../support/test-keys.js';
import { another, openTown, strangers, type Line, type Town } from './list-harness.js';

const [stays, erased] = strangers(2) as [Line, Line];
const otherNumber = '09390000099';

onCleanDatabases('a member who was erased', (db) => {
  const memberOf = ({ insuredCode }: Line) => db().dataSource.manager.findOneBy(Member, { insuredCode });

  /** A list of all members without this one, which two agree to. */
  const leave = async (town: Town, ...present: Line[]): Promise<ImportRun> => {
    const { run } = await town.judgeLines(...present);
    const counted = await countAbsent(town.harness, run.id);
    await town.runs((runs) => runs.approve(run.id, another, false, true));
    expect(await town.apply(counted!)).toMatchObject({ kind: 'applied' });
    return (await town.runs((runs) => runs.find(run.id)))!;
  };

  const erase = async (town: Town, line: Line): Promise<number> => {
    const member = (await memberOf(line))!;
    const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
    const forgot = await db().inTransaction((tx) =>
      makeForgetting({ tx, keyring, clock: town.clock }).forget(member),
    );
    expect(forgot).toBe(true);
    return member.id;
  };

  const isNobody = async (id: number): Promise<void> => {
    const member = await db().dataSource.manager.findOneByOrFail(Member, { id });
    expect(member).toMatchObject({ insuredCode: `-${id}`, mobile: null, name: null });
    expect(member.forgottenAt).not.toBeNull();
    const cells = await everythingIn(db());
    const told = [erased.insuredCode, erased.nationalId, erased.mobile!, otherNumber];
    expect(cells.filter(({ text }) => told.some((secret) => text.includes(secret)))).toEqual([]);
  };

  it('does not come back when the list that entered or changed them is taken back', async () => {
    const town = openTown(db());
    const entered = await town.enter(stays, erased);
    const changed = await town.enter({ ...stays, to: '2027-06-01' }, { ...erased, mobile: otherNumber });
    town.clock.pass(1_000);
    await leave(town, { ...stays, to: '2027-06-01' });
    const id = await erase(town, erased);
    expect(await db().dataSource.manager.countBy(ImportRow, { insuredCode: erased.insuredCode })).toBe(0);

    expect(await town.undo(changed)).toMatchObject({ state: 'undone', kept: 0 });
    expect(await town.record(stays.insuredCode)).toMatchObject({ cover: { to: '2027-03-20' } });
    await isNobody(id);
    expect(await town.undo(entered)).toMatchObject({ state: 'undone', kept: 0 });
    expect(await memberOf(stays)).toBeNull();
    await isNobody(id);
  });

  it('does not come back when the list by which they left is taken back', async () => {
    const town = openTown(db());
    await town.enter(stays, erased);
    town.clock.pass(1_000);
    const whole = await leave(town, stays);
    const id = await erase(town, erased);
    const before = await db().dataSource.manager.findOneByOrFail(Member, { id });
    expect(await town.undo(whole)).toMatchObject({ state: 'undone' });
    await isNobody(id);
    expect(await db().dataSource.manager.findOneByOrFail(Member, { id })).toEqual(before);
  });

  it('and was entered anew, stays so when the older list is taken back', async () => {
    const town = openTown(db());
    const first = await town.enter(stays, erased);
    town.clock.pass(1_000);
    await leave(town, stays);
    const id = await erase(town, erased);
    await town.enter(erased);
    const anew = (await memberOf(erased))!;
    expect(anew.id).not.toBe(id);
    expect(await town.undo(first)).toMatchObject({ state: 'undone' });
    expect(await memberOf(erased)).toEqual(anew);
  });

  it('between the reading of a list and its application, is not changed by it', async () => {
    const town = openTown(db());
    await town.enter(stays, erased);
    town.clock.pass(1_000);
    await leave(town, stays);
    const { run } = await town.judgeLines({ ...stays, to: '2027-06-01' }, { ...erased, to: '2027-06-01' });
    const id = await erase(town, erased);
    expect(await town.apply(run)).toMatchObject({ kind: 'applied' });
    expect(await town.record(stays.insuredCode)).toMatchObject({ cover: { to: '2027-06-01' } });
    await isNobody(id);
  });
});
