import { expect, it } from 'vitest';
import { ImportRow } from '../../entities/import-row.js';
import { person } from '../../playground/cast.js';
import { changesAfter } from '../../src/import/changes.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { everythingIn } from '../support/everything-in.js';
import { testKeys } from '../support/test-keys.js';
import { openTown, strangers, type Line } from './list-harness.js';

const lineOf = (role: 'sara' | 'behrouz'): Line => {
  const { insuredCode, nationalId, name } = person(role);
  return { insuredCode, nationalId, name };
};
const [sara, behrouz] = [lineOf('sara'), lineOf('behrouz')];
const married = 'سارا ژرف‌بین';
const namesake = 'بهروز نیک‌منش';
const newNumber = '09390000099';
const newer = Buffer.alloc(32, 'a key that came later');

onCleanDatabases('the name of a member in a list', (db) => {
  const nameIn = async (town: ReturnType<typeof openTown>, { insuredCode }: Line) =>
    (await town.record(insuredCode))?.name;

  it('is entered with a new member, given to one who had none, changed, and counted', async () => {
    const town = openTown(db());
    await town.enter(sara, { ...behrouz, name: '' });
    expect([await nameIn(town, sara), await nameIn(town, behrouz)]).toEqual([sara.name, null]);
    const { run } = await town.judgeLines({ ...sara, name: married }, behrouz, ...strangers(1));
    expect(run).toMatchObject({ newcomers: 1, changed: 2, unchanged: 0, names: 2, mobiles: 0 });
    expect(await nameIn(town, sara)).toBe(sara.name);
    await town.apply(run);
    expect([await nameIn(town, sara), await nameIn(town, behrouz)]).toEqual([married, behrouz.name]);
  });

  it('needs no second person, whatever it becomes', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const { run } = await town.judgeLines({ ...sara, name: namesake });
    expect(await town.apply(run)).toMatchObject({ kind: 'applied' });
  });

  it('left empty stays what it is, and the same name changes nothing, however it is written', async () => {
    const town = openTown(db());
    await town.enter({ ...sara, name: 'ملیکا کیانی' }, behrouz);
    const same = { ...sara, name: ' \u200fمليكا \u200c كياني ' };
    expect(await town.enter(same, { ...behrouz, name: '' })).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await town.enter({ ...behrouz, name: '', to: '2027-06-01' })).toMatchObject({
      changed: 1,
      names: 0,
    });
    expect(await nameIn(town, behrouz)).toBe(behrouz.name);
  });

  it('that cannot be taken leaves nobody out, and the file of what was found says so', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const endless = { ...sara, name: 'س'.repeat(201), to: '2027-06-01' };
    const { run, found } = await town.judgeLines(endless, { ...behrouz, name: 'بهروز\u202e' });
    expect(run).toMatchObject({ newcomers: 1, changed: 1, faulty: 0, findings: 2 });
    const taken = 'The row is taken all the same, and this column changes nothing.';
    expect(found.map((cells) => cells.slice(0, 3))).toEqual([
      [2, 'Name', `This text is longer than can be read. ${taken}`],
      [3, 'Name', expect.stringContaining(taken)],
    ]);
    const inPersian = (await town.found(run, 'fa')).map(([, , problem]) => problem);
    for (const problem of inPersian) expect(problem).toMatch(/ردیف پذیرفته می‌شود/);
    await town.apply(run);
    expect(await town.record(sara.insuredCode)).toMatchObject({
      name: sara.name,
      cover: { to: '2027-06-01' },
    });
    expect(await town.record(behrouz.insuredCode)).toMatchObject({ name: null });
  });

  it('is shown beforehand by the ends of its words', async () => {
    const town = openTown(db());
    await town.enter(sara, { ...behrouz, name: '' });
    const { run } = await town.judgeLines({ ...sara, name: married }, behrouz);
    const changes = await db().inTransaction((tx) => changesAfter({ ...town.harness, tx }, run, 0, 10));
    expect(changes).toMatchObject([
      { line: 2, column: 'name', before: 'س••ا ن•••••ش', after: 'س••ا ژ•••••ن', stays: false },
      { line: 3, column: 'name', before: null },
    ]);
  });

  it('comes back when the list is taken back, unless another list has changed it since', async () => {
    const town = openTown(db());
    await town.enter(sara, behrouz);
    const run = await town.enter({ ...sara, name: married }, { ...behrouz, name: namesake }, ...strangers(1));
    await town.enter({ ...behrouz, name: 'بهروز پایدار' });
    expect(await town.undo(run)).toMatchObject({ state: 'undone', kept: 1 });
    expect([await nameIn(town, sara), await nameIn(town, behrouz)]).toEqual([sara.name, 'بهروز پایدار']);
  });

  it('changed meanwhile, leaves the member alone; so does one that a newcomer got since, when it is taken back', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const { run } = await town.judgeLines({ ...sara, name: married });
    await town.enter({ ...sara, name: namesake });
    expect(await town.apply(run)).toMatchObject({ run: { overtaken: 1 } });
    expect(await nameIn(town, sara)).toBe(namesake);
    const entered = await town.enter(behrouz);
    await town.enter({ ...behrouz, name: namesake });
    expect(await town.undo(entered)).toMatchObject({ kept: 1 });
    expect(await nameIn(town, behrouz)).toBe(namesake);
  });

  it('changes also where the list’s mobile does not', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const own = person('sara').phone;
    await town.members(async (book) =>
      book.registerMobile((await book.byInsuredCode(sara.insuredCode))!, own, 'contact'),
    );
    const run = await town.enter({ ...sara, name: married, mobile: newNumber });
    expect(run).toMatchObject({ changed: 1, contradicted: 1, names: 1, mobiles: 0 });
    expect(await town.record(sara.insuredCode)).toMatchObject({
      name: married,
      mobile: own,
      source: 'contact',
    });
    expect(await town.undo(run)).toMatchObject({ kept: 0 });
    expect(await town.record(sara.insuredCode)).toMatchObject({ name: sara.name, mobile: own });
  });

  it('is compared under the keys of then and of today', async () => {
    await openTown(db()).enter(sara, behrouz);
    const later = openTown(db(), undefined, [newer, ...testKeys]);
    const run = await later.enter(sara, { ...behrouz, name: namesake });
    expect(run).toMatchObject({ changed: 1, unchanged: 1, names: 1, nationalIds: 0 });
    const keyless = openTown(db(), undefined, [newer]);
    expect(await nameIn(keyless, behrouz)).toBe(namesake);
  });

  it('stands nowhere in clear', async () => {
    const town = openTown(db());
    await town.enter(sara);
    const { run } = await town.judgeLines(
      { ...sara, name: married },
      { ...behrouz, name: `${namesake}\u202e` },
    );
    await town.found(run);
    expect(await db().dataSource.manager.countBy(ImportRow, { runId: run.id })).toBe(2);
    const cells = await everythingIn(db());
    const clear = cells.filter(({ text }) =>
      [sara.name!, married, namesake].some((name) => text.includes(name)),
    );
    expect(clear).toEqual([]);
  });
});
