import type { OutboxEntry } from '../../entities/outbox-entry.js';
import { afterCommit, afterRollback, type Batch } from '../db/after-commit.js';
import { changeRows, storedMoment, marks, type Changed } from '../db/statement.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { cancelRows } from './cancel-rows.js';
import type { HandOver, Taker } from './hand-over.js';
import type { Job } from './outbox.js';
import { readEarlierJobs } from './earlier-jobs.js';

/** A job on its way to its row. */
export interface UnwrittenJob {
  job: Job;
  keyring: Keyring;
  handOver: HandOver | undefined;
  createdAt: Date;
  traceId: string | null;
}

/** All jobs of a transaction, written by one statement; whoever does jobs here has those in hand that nothing stands before. */
export const jobRows: Batch<UnwrittenJob> = {
  async write(tx, jobs) {
    const taker = jobs[0]?.handOver?.taker ?? null;
    const rows = jobs.map(rowOf);
    const earlier = await readEarlierJobs(
      tx,
      jobs.map(({ job }) => job),
      taker?.workerId ?? '',
    );
    for (const subject of earlier.subjects) await cancelRows(tx, subject);
    if (taker) leaseUnhindered(taker, rows, earlier.lanes);
    const made = await insert(tx, rows);
    if (!taker) return;
    for (const { favours } of jobs.map(({ job }) => job))
      if (favours !== undefined) afterCommit(tx, () => taker.favour(favours));
    tellAfterCommit(tx, taker, withIds(rows, made));
  },
};

const withIds = (rows: readonly Row[], { firstId, step }: Changed): OutboxEntry[] =>
  rows.map((row, at) => ({ ...row, id: firstId + at * step }));

function tellAfterCommit(tx: Transaction, taker: Taker, entries: readonly OutboxEntry[]): void {
  const leased = entries.filter(({ state }) => state === 'in-hand');
  const left = entries.filter(({ state }) => state === 'waiting');
  const ids = leased.map(({ id }) => id);
  taker.expect(ids);
  afterRollback(tx, () => taker.forget(ids));
  afterCommit(tx, () => {
    if (leased.length > 0) taker.take(leased);
    for (const { dueAt } of left) taker.leave(dueAt);
  });
}

type Row = Omit<OutboxEntry, 'id'>;

function rowOf({ job, keyring, createdAt, traceId }: UnwrittenJob): Row {
  return {
    kind: job.kind,
    lane: job.lane ?? null,
    subject: job.subject ?? null,
    payload: keyring.encrypt('outbox', JSON.stringify(job.payload)),
    keyId: keyring.current,
    state: 'waiting',
    tries: 0,
    createdAt,
    dueAt: new Date(createdAt.getTime() + (job.afterMs ?? 0)),
    leaseUntil: null,
    holder: null,
    outsideId: null,
    fault: null,
    progress: null,
    traceId,
  };
}

/** What waits in a lane, or is in somebody else's hand, goes before what is new in it. */
function leaseUnhindered(taker: Taker, rows: Row[], standing: ReadonlySet<string>): void {
  const hindered = new Set(standing);
  for (const row of rows) {
    const { kind, lane, createdAt, dueAt } = row;
    const stands = lane !== null && hindered.has(lane);
    const lease = stands || dueAt > createdAt ? null : taker.leaseFor(kind, lane);
    if (lease) Object.assign(row, { state: 'in-hand', holder: taker.workerId, ...lease });
    else if (lane !== null) hindered.add(lane);
  }
}

function insert(tx: Transaction, rows: readonly Row[]): Promise<Changed> {
  const values = rows.flatMap((row) => [
    ...[row.kind, row.lane, row.subject, row.payload, row.keyId, row.state, row.tries],
    ...[
      storedMoment(row.createdAt),
      storedMoment(row.dueAt),
      row.leaseUntil && storedMoment(row.leaseUntil),
      row.holder,
      row.traceId,
    ],
  ]);
  return changeRows(
    tx,
    'INSERT INTO outbox (kind, lane, subject, payload, key_id, state, tries, created_at, due_at, lease_until, holder, trace_id)' +
      ` VALUES ${rows.map(() => `(${marks(12)})`).join(', ')}`,
    values,
  );
}
