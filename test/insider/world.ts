import { ImportTask } from '../../entities/import-task.js';
import { staffCast, type StaffCastMember } from '../../playground/cast.js';
import { chatKey, type Asker } from '../../src/chats/address.js';
import type { Services } from '../../src/app/services.js';
import { applyList, judgeList, undoList, type ImportDeps } from '../../src/handlers/import/run.js';
import type { MemberRow } from '../../src/import/columns/columns.js';
import type { ReadBatch, Reading } from '../../src/import/reading.js';
import type { ImportRun } from '../../src/import/runs.js';
import type { StaffMember } from '../../src/people/people.js';
import type { Action, WantedAction } from '../../src/staff/action.js';
import { openResetHarness, type ResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';
import type { TestDatabase } from '../support/databases.js';
import { enterStaff } from '../../playground/seed.js';

/** One human being, whoever the product takes them for. */
export type Human = StaffCastMember['role'] | 'member' | 'shell' | `honest-${number}`;

/** Members at whom the insider aims: with a number, with all five used, and without a number. */
export const victims = ['behrouz', 'kamran', 'sara'] as const satisfies Role[];
export type Victim = (typeof victims)[number];

/** Who has had a hand in something, as far as they count as one of two. */
export type Hands = ReadonlySet<Human>;

/** An act that waits for a second person. */
export interface Waiting {
  approvalId: number;
  asker: Human;
  action: Action;
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** The house with its staff, one of whom is dishonest, and what an onlooker knows of who did what. */
export async function openWorld(db: TestDatabase, insider: StaffCastMember['role']) {
  const heart = await openResetHarness(db);
  const numbers = await db.inTransaction((tx) => enterStaff(heart.services(tx).people));
  const accounts: Account[] = staffCast.map(({ role, accounts: { telegram } }) => ({
    human: role,
    personId: numbers[role],
    asker: privateChat(telegram),
    since: 0,
  }));
  const world = {
    ...heart,
    insider,
    accounts,
    /** When each person got the rank that they have. */
    rankedSince: new Map<number, number>(Object.values(numbers).map((id) => [id, 0])),
    waiting: [] as Waiting[],
    /** Who has begun each list, and who has agreed to it. */
    listHands: new Map<number, Set<Human>>(),
    lists: [] as number[],
    challenges: [] as { id: string; from: Asker; victim: Victim; by: Human }[],
  };
  for (const { asker } of accounts) await asStaff(world, asker, () => Promise.resolve());
  return world;
}

/** An account of staff, and whose hands it is in. */
export interface Account {
  human: Human;
  personId: number;
  asker: Asker;
  since: number;
}

export const privateChat = (account: number): Asker => ({
  chatKey: chatKey({ platform: 'telegram', bot: '700001', chat: String(account) }),
  senderId: String(account),
});

/** Does something as whoever the product takes this account for now; null: they are not of staff. */
export function asStaff<T>(
  { db, services }: Pick<ResetHarness, 'db' | 'services'>,
  asker: Asker,
  work: (actor: StaffMember, all: Services) => Promise<T>,
): Promise<T | null> {
  return db.inTransaction(async (tx) => {
    const all = services(tx);
    const actor = await all.people.at(asker);
    return actor && work(actor, all);
  });
}

/** Wants it and says yes. `done`: by one; else what waits for another. */
export async function act(world: World, { asker, human }: Account, wanted: WantedAction): Promise<boolean> {
  const outcome = await asStaff(world, asker, async (actor, { staff }) => {
    const proposed = await staff.actions.propose(actor, wanted);
    if (proposed.kind !== 'question') return null;
    const answered = await staff.actions.answer(actor, proposed.token, true);
    return { answered, action: proposed.action };
  });
  if (outcome?.answered.kind === 'approval-sent') {
    const approvalId = await latestApproval(world);
    world.waiting.push({ approvalId, asker: human, action: outcome.action });
  }
  return outcome?.answered.kind === 'did';
}

async function latestApproval({ manager }: World): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>('SELECT MAX(id) AS id FROM staff_approvals');
  return Number(row?.id);
}

/** Reads a list to its end for this account; null where they may not. */
export async function readList(
  world: World,
  starter: { by: string; human: Human },
  rows: readonly MemberRow[],
): Promise<ImportRun> {
  const { db, services, keyring, clock, policy, lists, listHands } = world;
  const digest = `${lists.length}`.padStart(64, '0');
  const begun = await db.inTransaction((tx) =>
    services(tx).staff.lists.runs.begin({ digest, by: starter.by }),
  );
  const deps: ImportDeps = { inTransaction: db.inTransaction, keyring, clock, policy };
  const { run } = await judgeList(deps, begun, readings(rows));
  lists.push(run.id);
  listHands.set(run.id, new Set([starter.human]));
  return run;
}

async function* readings(rows: readonly MemberRow[]): AsyncGenerator<ReadBatch> {
  await Promise.resolve();
  const all = rows.map((member, at): Reading => ({ kind: 'member', line: at + 2, member, notices: [] }));
  yield { readings: all, sheet: null, read: 1 };
  yield { readings: [{ kind: 'finished', members: rows.length, faulty: 0 }], sheet: null, read: 1 };
}

/** Does to lists what staff have ordered, as the worker would. */
export async function workOnLists(world: World): Promise<void> {
  const { db, services, keyring, clock, policy, manager } = world;
  const deps: ImportDeps = { inTransaction: db.inTransaction, keyring, clock, policy };
  for (const task of await manager.findBy(ImportTask, { state: 'working' })) {
    if (task.deed === 'apply') await applyList(deps, task.runId ?? 0);
    if (task.deed === 'undo') await undoList(deps, task.runId ?? 0, `staff:${task.personId}`);
    await db.inTransaction((tx) => services(tx).staff.lists.tasks.end(task, 'over'));
  }
}
