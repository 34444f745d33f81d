import { In, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { changedCount, changedOne } from '../db/changed.js';
import { changeRows, marks } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';

/** How many more jobs of a kind may be leased, from which lanes none, and for how long. */
export interface Capacity {
  kind: string;
  free: number;
  throttled: string[];
  leaseMs: number;
}

/** Who leases. */
export interface Lessee {
  workerId: string;
  /** Fingerprints of the keys that it holds: what is under another is left to whoever has that. */
  keys: readonly string[];
  /** What it could not read all the same. */
  left: readonly number[];
}

/** Leases due jobs, oldest first, each kind as far as its capacity goes, and of each lane its head while none of it is leased. */
export async function leaseDueJobs(
  tx: Transaction,
  capacities: Capacity[],
  lessee: Lessee,
  now: Date,
): Promise<OutboxEntry[]> {
  const leased: OutboxEntry[] = [];
  const due = await dueKinds(tx, lessee, now);
  for (const capacity of capacities.filter(({ kind }) => due.has(kind))) {
    const leaseUntil = new Date(now.getTime() + capacity.leaseMs);
    for (const entry of await heads(tx, capacity, lessee, now)) {
      const taken = {
        state: 'in-hand',
        holder: lessee.workerId,
        leaseUntil,
        tries: entry.tries + 1,
      } as const;
      const seen = { id: entry.id, state: 'waiting', tries: entry.tries } as const;
      if (changedOne(await tx.update(OutboxEntry, seen, taken))) leased.push({ ...entry, ...taken });
    }
  }
  return leased;
}

/** Whose leases have been lost. */
export interface LostLeases {
  /** Workers that are dead. */
  dead: readonly string[];
  /** What this worker has leased by the rows' word, and not by its own: it could not finish it, or never heard that it had it. */
  own: { workerId: string; isAtWork: (id: number) => boolean };
  /** The last resort, for a worker that hangs: leases that have run out by now. */
  now: Date;
}

const freed = {
  retry: { state: 'waiting' },
  quarantine: { state: 'doubt', payload: '', fault: 'in hand when its process died' },
} as const;

/**
 * Frees what was leased and lost: to be done again, or left in doubt where that could do it twice. What is in no try has
 * not been begun. Returns how many jobs.
 */
export async function recoverLost(
  tx: Transaction,
  onWorkerDeath: ReadonlyMap<string, keyof typeof freed>,
  lost: LostLeases,
): Promise<number> {
  let recovered = 0;
  for (const { id, kind, holder, tries } of await findLost(tx, [...onWorkerDeath.keys()], lost)) {
    // Asked after the rows were read: what has been leased meanwhile is known by now.
    if (holder === lost.own.workerId && lost.own.isAtWork(id)) continue;
    const held = { id, state: 'in-hand', holder: holder ?? '', tries } as const;
    const how = tries === 0 ? 'retry' : (onWorkerDeath.get(kind) ?? 'quarantine');
    const free = { ...freed[how], holder: null, leaseUntil: null };
    recovered += changedCount(await tx.update(OutboxEntry, held, free));
  }
  return recovered;
}

function findLost(tx: Transaction, kinds: string[], { dead, own, now }: LostLeases): Promise<OutboxEntry[]> {
  const leased = { state: 'in-hand' as const, kind: In(kinds) };
  return tx.find(OutboxEntry, {
    select: { id: true, kind: true, holder: true, tries: true },
    where: [
      { ...leased, holder: In(dead) },
      { ...leased, holder: own.workerId },
      { ...leased, holder: Not(own.workerId), leaseUntil: LessThan(now) },
    ],
  });
}

/** Gives back what is leased and is not at work, as if it had never been taken, but for how far it has come. */
export async function giveBack(tx: Transaction, entries: readonly OutboxEntry[]): Promise<void> {
  const [{ holder = null } = {}] = entries;
  const ids = entries.map(({ id }) => id);
  await changeRows(
    tx,
    "UPDATE outbox SET state = 'waiting', holder = NULL, lease_until = NULL," +
      ' tries = CASE tries WHEN 0 THEN 0 ELSE tries - 1 END,' +
      ` progress = CASE id ${'WHEN ? THEN ? '.repeat(ids.length)}END` +
      ` WHERE state = 'in-hand' AND holder = ? AND id IN (${marks(ids.length)})`,
    [...entries.flatMap(({ id, progress }) => [id, progress]), holder, ...ids],
  );
}

/** The key of something due that is none of these; null: there is nothing like that. */
export async function otherKeyOfDue(
  tx: Transaction,
  keys: readonly string[],
  now: Date,
): Promise<string | null> {
  const due = { state: 'waiting', dueAt: LessThanOrEqual(now), keyId: Not(In(keys)) } as const;
  const entry = await tx.findOne(OutboxEntry, { select: { id: true, keyId: true }, where: due });
  return entry?.keyId ?? null;
}

/** Mostly few, and mostly none: one question instead of one for each kind. */
async function dueKinds(tx: Transaction, { keys }: Lessee, now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx
    .createQueryBuilder(OutboxEntry, 'entry')
    .select('DISTINCT entry.kind', 'kind')
    .where({ state: 'waiting', dueAt: LessThanOrEqual(now), keyId: In(keys) })
    .getRawMany<{ kind: string }>();
  return new Set(rows.map(({ kind }) => kind));
}

function heads(
  tx: Transaction,
  { kind, free, throttled }: Capacity,
  { keys, left }: Lessee,
  now: Date,
): Promise<OutboxEntry[]> {
  const earlier = tx
    .createQueryBuilder(OutboxEntry, 'earlier')
    .subQuery()
    .select('1')
    .from(OutboxEntry, 'earlier')
    .where('earlier.lane = entry.lane')
    .andWhere("earlier.state IN ('waiting', 'in-hand')")
    // A leased one may have the higher number: of two that are written at once, either may be committed first.
    .andWhere("(earlier.id < entry.id OR earlier.state = 'in-hand')")
    .getQuery();
  const query = tx
    .createQueryBuilder(OutboxEntry, 'entry')
    .where({ state: 'waiting', kind, dueAt: LessThanOrEqual(now), keyId: In(keys) })
    .andWhere(`(entry.lane IS NULL OR NOT EXISTS ${earlier})`)
    .orderBy('entry.dueAt')
    .addOrderBy('entry.id')
    .limit(free);
  if (left.length > 0) query.andWhere('entry.id NOT IN (:...left)', { left });
  if (throttled.length > 0)
    query.andWhere('(entry.lane IS NULL OR entry.lane NOT IN (:...throttled))', { throttled });
  return query.getMany();
}
