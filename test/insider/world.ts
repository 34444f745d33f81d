import { staffCast, type StaffCastMember } from '../../playground/cast.js';
import { enterStaff, longAgo } from '../../playground/seed.js';
import { chatKey, type Asker } from '../../src/chats/address.js';
import type { Services } from '../../src/app/services.js';
import { makePeople, type StaffMember } from '../../src/people/people.js';
import { usualSecondAfterMs } from '../../src/people/second-persons.js';
import type { Action, WantedAction } from '../../src/staff/action.js';
import type { TestDatabase } from '../support/databases.js';
import { openResetHarness, type ResetHarness } from '../support/reset-harness.js';
import type { Role } from '../support/seed-cast.js';
import { byStaff, nobody, type Hand, type Hands, type Human } from './hands.js';
import type { Tally } from './tally.js';

/** Members at whom the insider aims: with a number, with all five used, and without a number. */
export const victims = ['behrouz', 'kamran', 'sara'] as const satisfies Role[];
export type Victim = (typeof victims)[number];

/** An account of staff, and in whose hands it is. */
export interface Account {
  human: Human;
  personId: number;
  asker: Asker;
  /** When it became this person's, as an onlooker saw it. */
  since: number;
  vouchers: ReadonlySet<Human>;
}

/** An act that waits for a second person. */
export interface Waiting {
  approvalId: number;
  asker: Hand;
  action: Action;
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Who is dishonest, and at whom they aim most of all. */
export interface Aim {
  insider: StaffCastMember['role'];
  aim: Victim;
}

/** The house with its staff, one of whom is dishonest, and what an onlooker knows of who did what. */
export async function openWorld(db: TestDatabase, { insider, aim }: Aim, tally: Tally) {
  const heart = await openResetHarness(db);
  const before = longAgo(heart.clock);
  const since = before.now().getTime();
  const numbers = await db.inTransaction((tx) => enterStaff(makePeople({ tx, clock: before })));
  const accounts: Account[] = staffCast.map(({ role, accounts: { telegram } }) => ({
    ...{ human: role, personId: numbers[role], asker: privateChat(telegram), since },
    vouchers: new Set<Human>(),
  }));
  const world = {
    ...heart,
    ...{ insider, aim, tally, accounts },
    /** When each person got the rank that they have; only those of rank. */
    rankSince: new Map([numbers.owner, numbers.supervisor].map((id) => [id, since])),
    waiting: [] as Waiting[],
    lists: [] as number[],
    /** By whom each list was to be applied, and to be taken back. */
    orders: { apply: new Map<number, Hands>(), undo: new Map<number, Hands>() },
    challenges: [] as { id: string; from: Asker; victim: Victim }[],
  };
  for (const { asker } of accounts) await asStaff(world, asker, () => Promise.resolve());
  return world;
}

export const privateChat = (account: number): Asker => ({
  chatKey: chatKey({ platform: 'telegram', bot: '700001', chat: String(account) }),
  senderId: String(account),
});

/** This account as it stands now. */
export function handOf(world: World, { human, personId, since, vouchers }: Account): Hand {
  return { human, personId, vouchers, seasoned: isOld(world, since) && hasRank(world, personId) };
}

const isOld = ({ clock }: World, since: number): boolean =>
  clock.now().getTime() - since >= usualSecondAfterMs;
const hasRank = (world: World, personId: number): boolean =>
  isOld(world, world.rankSince.get(personId) ?? Infinity);

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

/** Wants it and says yes; what needs another waits, unless that one says yes at once. By whom it was done. */
export async function act(
  world: World,
  one: Account,
  wanted: WantedAction,
  second: Account | null = null,
): Promise<Hands> {
  const outcome = await asStaff(world, one.asker, async (actor, { staff }) => {
    const proposed = await staff.actions.propose(actor, wanted);
    if (proposed.kind !== 'question') return null;
    const answered = await staff.actions.answer(actor, proposed.token, true);
    return { answered, action: proposed.action };
  });
  const hand = handOf(world, one);
  if (outcome?.answered.kind === 'did') return did(world, outcome.action, byStaff(hand));
  if (outcome?.answered.kind !== 'approval-sent') return nobody;
  const asked = { approvalId: await latestApproval(world), asker: hand, action: outcome.action };
  world.waiting.push(asked);
  return second ? agree(world, second, asked) : nobody;
}

/** Reads what another has asked for, and says yes. By whom it was done. */
export async function agree(world: World, one: Account, { approvalId, asker, action }: Waiting) {
  const answered = await asStaff(world, one.asker, async (actor, { staff }) => {
    const asked = await staff.actions.consult(actor, approvalId);
    return asked && staff.actions.answer(actor, asked.token, true);
  });
  if (answered?.kind !== 'did') return nobody;
  world.tally.count('approvals');
  const stillOfRank = asker.seasoned && hasRank(world, asker.personId);
  return did(world, action, byStaff({ ...asker, seasoned: stillOfRank }, handOf(world, one)));
}

function did({ orders, tally }: World, action: Action, hands: Hands): Hands {
  tally.count(action.kind);
  if ('runId' in action) orders[action.kind.startsWith('undo') ? 'undo' : 'apply'].set(action.runId, hands);
  return hands;
}

async function latestApproval({ manager }: World): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>('SELECT MAX(id) AS id FROM staff_approvals');
  return Number(row?.id);
}
