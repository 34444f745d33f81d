import { In, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { changedCount, changedOne } from '../db/changed.js';
import type { Transaction } from '../db/transaction.js';

/** How many more of a kind may be taken in hand, from which lanes none, and for how long. */
export interface Capacity {
  kind: string;
  free: number;
  throttled: string[];
  leaseMs: number;
}

/** Takes due jobs in hand, oldest first, each kind as far as it has room, and of each lane its head while none of it is in hand. */
export async function leaseDueJobs(
  tx: Transaction,
  rooms: Capacity[],
  holder: string,
  now: Date,
): Promise<OutboxEntry[]> {
  const leased: OutboxEntry[] = [];
  const due = await dueKinds(tx, now);
  for (const room of rooms.filter(({ kind }) => due.has(kind))) {
    const leaseUntil = new Date(now.getTime() + room.leaseMs);
    for (const entry of await heads(tx, room, now)) {
      const taken = { state: 'in-hand', holder, leaseUntil, tries: entry.tries + 1 } as const;
      const seen = { id: entry.id, state: 'waiting', tries: entry.tries } as const;
      if (changedOne(await tx.update(OutboxEntry, seen, taken))) leased.push({ ...entry, ...taken });
    }
  }
  return leased;
}

/** In whose hand nothing is safe any more. */
export interface LostLeases {
  /** Holders who are dead. */
  dead: readonly string[];
  /** What this process has in hand by the rows' word, and not by its own: it could not put it down, or never heard that it had it. */
  own: { holder: string; atWork: readonly number[] };
  /** The last resort, for a holder who hangs: leases that have run out by now. */
  now: Date;
}

const freed = {
  retry: { state: 'waiting' },
  quarantine: { state: 'doubt', payload: '', fault: 'in hand when its process died' },
} as const;

/** Frees what is in a lost hand: to be done again, or left in doubt where that could do it twice. Returns how much it was. */
export async function recoverLost(
  tx: Transaction,
  onWorkerDeath: ReadonlyMap<string, keyof typeof freed>,
  lost: LostLeases,
): Promise<number> {
  let recovered = 0;
  for (const { id, kind, holder, tries } of await inLostHands(tx, [...onWorkerDeath.keys()], lost)) {
    const held = { id, state: 'in-hand', holder: holder ?? '', tries } as const;
    const free = { ...freed[onWorkerDeath.get(kind) ?? 'quarantine'], holder: null, leaseUntil: null };
    recovered += changedCount(await tx.update(OutboxEntry, held, free));
  }
  return recovered;
}

function inLostHands(
  tx: Transaction,
  kinds: string[],
  { dead, own, now }: LostLeases,
): Promise<OutboxEntry[]> {
  const inHand = { state: 'in-hand' as const, kind: In(kinds) };
  return tx.find(OutboxEntry, {
    select: { id: true, kind: true, holder: true, tries: true },
    where: [
      { ...inHand, holder: In(dead) },
      { ...inHand, holder: own.holder, id: Not(In(own.atWork)) },
      { ...inHand, holder: Not(own.holder), leaseUntil: LessThan(now) },
    ],
  });
}

/** Mostly few, and mostly none: one question instead of one for each kind. */
async function dueKinds(tx: Transaction, now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx
    .createQueryBuilder(OutboxEntry, 'entry')
    .select('DISTINCT entry.kind', 'kind')
    .where({ state: 'waiting', dueAt: LessThanOrEqual(now) })
    .getRawMany<{ kind: string }>();
  return new Set(rows.map(({ kind }) => kind));
}

function heads(tx: Transaction, { kind, free, throttled }: Capacity, now: Date): Promise<OutboxEntry[]> {
  const earlier = tx
    .createQueryBuilder(OutboxEntry, 'earlier')
    .subQuery()
    .select('1')
    .from(OutboxEntry, 'earlier')
    .where('earlier.lane = entry.lane')
    .andWhere("earlier.state IN ('waiting', 'in-hand')")
    // In hand, it may have the higher number: of two that are written at once, either may be committed first.
    .andWhere("(earlier.id < entry.id OR earlier.state = 'in-hand')")
    .getQuery();
  const query = tx
    .createQueryBuilder(OutboxEntry, 'entry')
    .where({ state: 'waiting', kind, dueAt: LessThanOrEqual(now) })
    .andWhere(`(entry.lane IS NULL OR NOT EXISTS ${earlier})`)
    .orderBy('entry.dueAt')
    .addOrderBy('entry.id')
    .limit(free);
  if (throttled.length > 0)
    query.andWhere('(entry.lane IS NULL OR entry.lane NOT IN (:...throttled))', { throttled });
  return query.getMany();
}
