import fc from 'fast-check';
import { applyList, undoList } from '../../src/handlers/import/run.js';
import type { ImportRun } from '../../src/import/runs.js';
import { isDangerous, undoNeedsTwo } from '../../src/import/two-persons.js';
import type { ListAction } from '../../src/staff/action.js';
import { atShell, byStaff, nobody, type Hands } from './hands.js';
import { row, rowsOf } from './list-rows.js';
import { importDeps, readList, workOnList } from './lists.js';
import { holds } from './seen.js';
import { account, accountsOf, pair, pick, picked, step } from './steps.js';
import { act, asStaff, handOf, type Account, type World } from './world.js';

const mayRead = async (world: World, { asker }: Account): Promise<boolean> =>
  (await asStaff(world, asker, ({ role }) => Promise.resolve(role !== 'operator'))) ?? false;

/** What is asked about a run, as whoever is asked would be. */
const actionOn = (
  world: World,
  one: Account,
  runId: number,
  which: 'plain' | 'over' | 'whole' | 'undo',
): Promise<ListAction | null> =>
  asStaff(world, one.asker, async (actor, { staff: { lists } }) => {
    const run = await lists.runs.find(runId);
    if (!run) return null;
    if (which === 'undo') return lists.undoing(run, actor);
    return which === 'whole' ? lists.whole(run, actor) : lists.applying(run, actor)[which];
  });

/** Does what was ordered last. By whom it was. */
async function works(world: World): Promise<Hands> {
  const done = await workOnList(world);
  return (done && world.orders[done.what].get(done.runId)) ?? nobody;
}

/** A list is read in the chat, and asked about; where another says yes at once, it is applied at once. */
const list = step(
  'list',
  fc.record({
    ...pair,
    rows: fc.array(row, { minLength: 1, maxLength: 2 }),
    as: fc.constantFrom('plain', 'plain', 'over', 'whole'),
  }),
  async (world, { by, second, rows, as }) => {
    const [one, other] = accountsOf(world, { by, second });
    if (!(await mayRead(world, one))) return nobody;
    const run = await readList(world, `staff:${one.personId}`, rowsOf(world, rows), as === 'whole');
    const asked = await actionOn(world, one, run.id, as);
    if (asked) await act(world, one, asked, other);
    return works(world);
  },
);

/** Presses what was asked before, or what an older question would have been: one person, whatever it needs. */
const alone = step(
  'alone',
  fc.record({ by: pick, at: pick, undo: fc.boolean() }),
  async (world, { by, at, undo }) => {
    const [one, runId] = [account(world, by), picked(world.lists, at)];
    const asked = runId === undefined ? null : await actionOn(world, one, runId, 'undo');
    if (!asked) return nobody;
    const before = world.orders.apply.get(asked.runId);
    await act(world, one, { ...asked, kind: undo ? 'undo-list' : 'apply-list' });
    // What two have agreed to stays agreed to, whoever has it done.
    if (!undo && before) world.orders.apply.set(asked.runId, before);
    return works(world);
  },
);

/** A list is to be taken back. */
const undo = step('undo', fc.record({ ...pair, at: pick }), async (world, { by, second, at }) => {
  const [one, other] = accountsOf(world, { by, second });
  const runId = picked(world.lists, at);
  if (runId === undefined || !(await mayRead(world, one))) return nobody;
  const asked = await actionOn(world, one, runId, 'undo');
  if (asked) await act(world, one, asked, other);
  return works(world);
});

/** What staff have agreed to late is done by the worker later still. */
const worker = step('worker', fc.constant(null), works);

/** Whoever sits at the shell types the code that one of staff has read to them: whose it is, and by whose hands all is done. */
async function consents(
  world: World,
  run: ImportRun,
  one: Account | null,
): Promise<{ whose: string; hands: Hands } | null> {
  const { db, services } = world;
  const consent =
    one &&
    (await asStaff(world, one.asker, async (actor, { staff }) => {
      const seen = actor.role === 'operator' ? null : await staff.lists.runs.find(run.id);
      return seen && staff.lists.offerConsent(seen, actor);
    }));
  if (!one || !consent) return null;
  const take = () =>
    db.inTransaction((tx) => services(tx).staff.lists.runs.takeConsent(run.id, consent.code));
  const [whose, again] = [await take(), await take()];
  holds(whose !== null && again === null, 'a code is taken once');
  world.tally.count('consents');
  return whose === null ? null : { whose, hands: byStaff(atShell, handOf(world, one)) };
}

/** Whoever sits at the shell reads a list and applies it, with a code if a supervisor reads one to them. */
const shell = step(
  'shell',
  fc.record({ by: fc.option(pick), rows: fc.array(row, { minLength: 1, maxLength: 1 }) }),
  async (world, { by, rows }) => {
    const run = await readList(world, 'operator', rowsOf(world, rows));
    const one = by === null ? null : account(world, by);
    const consent = isDangerous(run) ? await consents(world, run, one) : null;
    if (consent)
      await world.db.inTransaction((tx) =>
        world.services(tx).staff.lists.runs.approve(run.id, consent.whose, false),
      );
    const hands = consent?.hands ?? byStaff(atShell);
    if (consent) world.orders.apply.set(run.id, hands);
    await applyList(importDeps(world), run.id);
    return hands;
  },
);

/** And takes one back. */
const shellUndo = step(
  'shell undo',
  fc.record({ by: fc.option(pick), at: pick }),
  async (world, { by, at }) => {
    const runId = picked(world.lists, at);
    const run =
      runId === undefined
        ? null
        : await world.db.inTransaction((tx) => world.services(tx).staff.lists.runs.find(runId));
    if (!run) return nobody;
    const one = by === null ? null : account(world, by);
    const consent = undoNeedsTwo(run) ? await consents(world, run, one) : null;
    if (undoNeedsTwo(run) && !consent) return nobody;
    await undoList(importDeps(world), run.id, 'operator');
    return consent?.hands ?? byStaff(atShell);
  },
);

export const listSteps = [list, list, alone, undo, worker, shell, shellUndo];
