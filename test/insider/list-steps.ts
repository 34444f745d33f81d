import fc from 'fast-check';
import { person } from '../../playground/cast.js';
import { addDays } from '../../src/calendar/day.js';
import { dayInTehran } from '../../src/calendar/tehran.js';
import type { MemberRow } from '../../src/import/columns/columns.js';
import { applyList, undoList } from '../../src/handlers/import/run.js';
import { isDangerous, undoNeedsTwo } from '../../src/import/two-persons.js';
import { handClock } from '../support/hand-clock.js';
import { account, nobody, pick, picked, pocket, step, victim, type Step } from './steps.js';
import {
  act,
  asStaff,
  readList,
  workOnLists,
  type Account,
  type Hands,
  type Victim,
  type World,
} from './world.js';

/** Other days than those on record, in days from there. */
const shifts = {
  same: {},
  earlier: { from: -10 },
  later: { from: 20 },
  longer: { to: 30 },
  short: { to: -30 },
  ended: { to: -300 },
  beyond: { from: 150, to: 400 },
  next: { from: 366, to: 366 },
} as const;

interface Listed {
  who: Victim;
  mobile: string | null;
  swapId: boolean;
  shift: keyof typeof shifts;
}

const row: fc.Arbitrary<Listed> = fc.record({
  who: victim,
  mobile: fc.constantFrom(null, ...pocket),
  swapId: fc.boolean(),
  shift: fc.constantFrom(...(Object.keys(shifts) as (keyof typeof shifts)[])),
});

/** As the cast was entered on the first day of the clock. */
const firstDay = dayInTehran(handClock().now());

function rowOf({ who, mobile, swapId, shift }: Listed): MemberRow {
  const { from, to }: { from?: number; to?: number } = shifts[shift];
  return {
    insuredCode: person(who).insuredCode,
    nationalId: person(swapId ? 'iraj' : who).nationalId,
    ...{ mobile, name: null },
    coverFrom: addDays(firstDay, -100 + (from ?? 0)),
    coverTo: addDays(firstDay, 265 + (to ?? 0)),
  };
}

/** Every hand that this list has gone through. */
const handsOf = ({ listHands }: World, runId: number): Hands => new Set(listHands.get(runId));

const mayRead = async (world: World, { asker }: Account): Promise<boolean> =>
  (await asStaff(world, asker, ({ role }) => Promise.resolve(role !== 'operator'))) ?? false;

/** A list is read in the chat, and asked about; where nobody else is needed, it is applied. */
const list = step(
  'list',
  fc.record({
    by: pick,
    rows: fc.uniqueArray(row, { minLength: 1, maxLength: 2, selector: ({ who }) => who }),
  }),
  async (world, { by, rows }) => {
    const one = account(world, by);
    if (!(await mayRead(world, one))) return nobody;
    const run = await readList(world, { by: `staff:${one.personId}`, human: one.human }, rows.map(rowOf));
    await applyInChat(world, one, run.id);
    return handsOf(world, run.id);
  },
);

async function applyInChat(world: World, one: Account, runId: number): Promise<void> {
  const actions = await asStaff(world, one.asker, async (actor, { staff }) => {
    const run = await staff.lists.runs.find(runId);
    return run && staff.lists.applying(run, actor);
  });
  for (const action of [actions?.plain, actions?.over]) if (action) await act(world, one, action);
  await workOnLists(world);
}

/** Presses what was asked before, or what an older question would have been: one person, whatever it needs. */
const alone = step(
  'alone',
  fc.record({ by: pick, at: pick, undo: fc.boolean() }),
  async (world, { by, at, undo }) => {
    const [one, runId] = [account(world, by), picked(world.lists, at)];
    if (runId === undefined) return nobody;
    await asStaff(world, one.asker, async (actor, { staff }) => {
      const run = await staff.lists.runs.find(runId);
      if (!run) return;
      const action = {
        ...staff.lists.undoing(run, actor),
        kind: undo ? ('undo-list' as const) : ('apply-list' as const),
      };
      const proposed = await staff.actions.propose(actor, action);
      if (proposed.kind === 'question') await staff.actions.answer(actor, proposed.token, true);
    });
    await workOnLists(world);
    return undo ? new Set([one.human]) : handsOf(world, runId);
  },
);

/** A list is to be taken back. */
const undo = step('undo', fc.record({ by: pick, at: pick }), async (world, { by, at }) => {
  const [one, runId] = [account(world, by), picked(world.lists, at)];
  if (runId === undefined || !(await mayRead(world, one))) return nobody;
  const action = await asStaff(world, one.asker, async (actor, { staff }) => {
    const run = await staff.lists.runs.find(runId);
    return run && staff.lists.undoing(run, actor);
  });
  if (action) await act(world, one, action);
  await workOnLists(world);
  return new Set([one.human]);
});

/** What staff have agreed to is done by the worker some time later. */
const worker = step('worker', pick, async (world) => {
  const pending = new Set(world.waiting.flatMap(({ action }) => ('runId' in action ? [action.runId] : [])));
  await workOnLists(world);
  return new Set([...pending].flatMap((runId) => [...handsOf(world, runId)]));
});

/** Whoever sits at the shell reads a list and applies it, with a code if a supervisor reads one to them. */
const shell = step(
  'shell',
  fc.record({ by: fc.option(pick), rows: fc.array(row, { minLength: 1, maxLength: 1 }), back: fc.boolean() }),
  async (world, { by, rows, back }) => {
    const { db, services, keyring, clock, policy } = world;
    const run = await readList(world, { by: 'operator', human: 'shell' }, rows.map(rowOf));
    const deps = { inTransaction: db.inTransaction, keyring, clock, policy };
    const consented = async (): Promise<boolean> => {
      const one = by === null ? null : account(world, by);
      const consent =
        one &&
        (await asStaff(world, one.asker, async (actor, { staff }) => {
          const seen = actor.role === 'operator' ? null : await staff.lists.runs.find(run.id);
          return seen && staff.lists.offerConsent(seen, actor);
        }));
      if (!one || !consent) return false;
      const whose = await db.inTransaction((tx) =>
        services(tx).staff.lists.runs.takeConsent(run.id, consent.code),
      );
      if (whose === null) return false;
      world.listHands.get(run.id)?.add(one.human);
      await db.inTransaction((tx) => services(tx).staff.lists.runs.approve(run.id, whose, false));
      return true;
    };
    if (isDangerous(run)) await consented();
    await applyList(deps, run.id);
    if (back && (!undoNeedsTwo(run) || (await consented()))) await undoList(deps, run.id, 'operator');
    return handsOf(world, run.id);
  },
);

export const listSteps: fc.Arbitrary<Step>[] = [list, alone, undo, worker, shell];
