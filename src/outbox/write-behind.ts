import { setTimeout as pause } from 'node:timers/promises';
import type { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Clock } from '../clock.js';
import { changeRows, marks } from '../db/statement.js';
import type { Transaction, TransactionRunner } from '../db/transaction.js';
import { second } from '../durations.js';
import { describeError } from '../safe-error.js';
import type { Log } from '../log.js';
import { makeOutageLog } from '../outage-log.js';

/** A job that was done and from which nothing follows. */
export interface Done {
  entry: OutboxEntry;
  outsideId: string | null;
  progress: string | null;
}

/**
 * The ends of jobs that settle nothing, written together. Who is killed before they are written leaves them to be done
 * once more: that is the price, and so only such jobs may end here as may be done twice.
 */
export interface WriteBehind {
  /** Resolves at once, or when there is room: a database that is away holds up new work. */
  add(done: Done): Promise<void>;
  /** How far it has come is written as well, unless its end is written before. */
  note(entry: OutboxEntry): void;
  /** Resolves when no end in this lane is left unwritten: of each chat, one message at most may come again. */
  written(lane: string): Promise<void>;
  /** Writes what is left; gives up where the database is away. */
  stop(): Promise<void>;
}

export interface WriteBehindParts {
  inStatement: TransactionRunner;
  clock: Clock;
  log: Log;
  /** Told when their rows say so. */
  onWritten: (entries: readonly OutboxEntry[]) => void;
}

/** So many at most are known here alone, */
const most = 64;
/** and for so long, in milliseconds, while the database answers. */
const longestMs = 200;
const againMs = second / 2;
/** What a stopping process waits for a database that is away. */
const lastTries = 6;

export function makeWriteBehind({ inStatement, clock, log, onWritten }: WriteBehindParts): WriteBehind {
  const reach = makeOutageLog(
    { log, clock },
    { out: 'ends of jobs are not written yet', back: 'ends of jobs are written again' },
  );
  let unwritten: Done[] = [];
  const underWay = new Set<OutboxEntry>();
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const writeOnce = async (): Promise<void> => {
    const some = unwritten.slice(0, most);
    if (some.length === 0) return writeUnderWay();
    log.debug({ jobs: some.length }, 'ends of jobs are written');
    await inStatement((tx) => writeDone(tx, some));
    unwritten = unwritten.filter((done) => !some.includes(done));
    onWritten(some.map(({ entry }) => entry));
  };
  const writeUnderWay = async (): Promise<void> => {
    const some = [...underWay];
    await inStatement((tx) => writeProgress(tx, some));
    some.forEach((entry) => underWay.delete(entry));
  };
  const writeAll = async (): Promise<void> => {
    for (let failed = 0; unwritten.length + underWay.size > 0 && !(stopping && failed >= lastTries);) {
      try {
        await writeOnce();
        failed = 0;
        reach.back();
      } catch (error) {
        failed += 1;
        reach.out({ jobs: unwritten.length, fault: describeError(error) });
        await pause(againMs);
      }
    }
  };
  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing ??= writeAll().finally(() => (writing = null));
    return writing;
  };
  return {
    async add(done) {
      underWay.delete(done.entry);
      unwritten.push(done);
      if (unwritten.length >= most) return write();
      timer ??= setTimeout(() => void write(), longestMs);
    },
    note(entry) {
      underWay.add(entry);
      timer ??= setTimeout(() => void write(), longestMs);
    },
    async written(lane) {
      while (!stopping && unwritten.some(({ entry }) => entry.lane === lane)) await write();
    },
    async stop() {
      stopping = true;
      await write();
    },
  };
}

/** Whoever has lost one of them to another hand has it left alone. */
async function writeDone(tx: Transaction, done: readonly Done[]): Promise<void> {
  const [{ entry: { holder = null } = {} } = {}] = done;
  const cases = `CASE id ${done.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  await changeRows(
    tx,
    "UPDATE outbox SET state = 'done', payload = '', holder = NULL, lease_until = NULL," +
      ` outside_id = ${cases}, progress = ${cases}` +
      ` WHERE state = 'in-hand' AND holder = ? AND id IN (${marks(done.length)})`,
    [
      ...done.flatMap(({ entry, outsideId }) => [entry.id, outsideId]),
      ...done.flatMap(({ entry, progress }) => [entry.id, progress]),
      holder,
      ...done.map(({ entry }) => entry.id),
    ],
  );
}

async function writeProgress(tx: Transaction, entries: readonly OutboxEntry[]): Promise<void> {
  const [{ holder = null } = {}] = entries;
  await changeRows(
    tx,
    `UPDATE outbox SET progress = CASE id ${'WHEN ? THEN ? '.repeat(entries.length)}END` +
      ` WHERE state = 'in-hand' AND holder = ? AND id IN (${marks(entries.length)})`,
    [...entries.flatMap(({ id, progress }) => [id, progress]), holder, ...entries.map(({ id }) => id)],
  );
}
