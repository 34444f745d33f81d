import {
  EventSubscriber,
  type EntitySubscriberInterface,
  type QueryRunner,
  type TransactionCommitEvent,
} from 'typeorm';
import type { Transaction } from './transaction.js';

/** What is written together with its like, by as few statements as may be. */
export interface Batch<Item> {
  /** Called once before the commit, with everything that has been put off. */
  write(tx: Transaction, items: readonly Item[]): Promise<void>;
}

/** What is to be done when a transaction, or a savepoint within one, comes to its end. */
interface Ends {
  unwritten: Map<Batch<unknown>, unknown[]>;
  committed: (() => void)[];
  rolledBack: (() => void)[];
  traceId: string | null;
  notes: Map<symbol, unknown>;
}

/** The open transaction of each connection first, then its savepoints. */
const open = new WeakMap<QueryRunner, Ends[]>();

/** Called once what the transaction has written is there for everybody; never when it, or the savepoint that it is in, is rolled back. Must not throw. */
export function afterCommit(tx: Transaction, callback: () => void): void {
  innermost(tx).committed.push(callback);
}

/** Called when what was written here will not be there: the transaction, or the savepoint that it is in, is rolled back. Must not throw. */
export function afterRollback(tx: Transaction, callback: () => void): void {
  innermost(tx).rolledBack.push(callback);
}

/** What is to be done at the end of a transaction, by whoever learns of it later than the connection does. */
export interface DetachedEnds {
  committed(): void;
  rolledBack(): void;
}

/** Takes over what is to follow the commit of this transaction, of which everything is written; its own rollback still finds what is to follow that. */
export function detachEnds(tx: Transaction): DetachedEnds {
  const ends = innermost(tx);
  const [committed, rolledBack] = [ends.committed, ends.rolledBack];
  ends.committed = [];
  return {
    committed: () => committed.forEach((callback) => callback()),
    rolledBack: () => rolledBack.forEach((callback) => callback()),
  };
}

/** Keeps what was read, for whoever comes to ask for it in the same transaction, or in the same savepoint; it ends with it. */
export function noteInTransaction(tx: Transaction, name: symbol, value: unknown): void {
  innermost(tx).notes.set(name, value);
}

/** What was kept under this name, the first time that it is asked for. */
export function takeNote<Value>(tx: Transaction, name: symbol): Value | undefined {
  const notes = tx.queryRunner && open.get(tx.queryRunner)?.at(-1)?.notes;
  const value = notes?.get(name);
  notes?.delete(name);
  return value as Value | undefined;
}

/** Puts off until the commit what is written together with its like. What a rolled back savepoint has put off is forgotten. */
export async function writeBeforeCommit<Item>(
  tx: Transaction,
  batch: Batch<Item>,
  item: Item,
): Promise<void> {
  const unwritten = unwrittenIn(tx)?.at(-1);
  // Outside any transaction each statement is one by itself.
  if (!unwritten) return batch.write(tx, [item]);
  unwritten.set(batch, [...(unwritten.get(batch) ?? []), item]);
}

/** What this transaction, or the savepoint that it is in, has put off and not written yet. */
export function unwrittenHere<Item>(tx: Transaction, batch: Batch<Item>): readonly Item[] {
  return (unwrittenIn(tx)?.at(-1)?.get(batch) ?? []) as Item[];
}

/** Takes back what was put off and is not to be written after all; returns how many. */
export function takeBackUnwritten<Item>(
  tx: Transaction,
  batch: Batch<Item>,
  meant: (item: Item) => boolean,
): number {
  let taken = 0;
  for (const unwritten of unwrittenIn(tx) ?? []) {
    const items = (unwritten.get(batch) ?? []) as Item[];
    const left = items.filter((item) => !meant(item));
    taken += items.length - left.length;
    unwritten.set(batch, left);
  }
  return taken;
}

/** Writes now what was put off, where it is to be known before the commit whether it can be written. */
export async function writeUnwritten(tx: Transaction): Promise<void> {
  for (const unwritten of unwrittenIn(tx) ?? [])
    for (const [batch, items] of unwritten) {
      // Taken out before it is written and put behind whatever that puts off in its turn.
      unwritten.delete(batch);
      if (items.length > 0) await batch.write(tx, items);
    }
}

const unwrittenIn = ({ queryRunner }: Transaction): Ends['unwritten'][] | undefined =>
  queryRunner && open.get(queryRunner)?.map(({ unwritten }) => unwritten);

function innermost({ queryRunner }: Transaction): Ends {
  const ends = queryRunner && open.get(queryRunner)?.at(-1);
  if (!ends) throw new Error('no transaction is open');
  return ends;
}

/** Everything that this transaction writes down to be handled or done follows from the update with this id. */
export function setTrace(tx: Transaction, traceId: string | null): void {
  innermost(tx).traceId = traceId;
}

/** The id of the update from which this transaction follows; null: from none that is known. */
export const traceOf = ({ queryRunner }: Transaction): string | null =>
  (queryRunner && open.get(queryRunner)?.at(-1)?.traceId) ?? null;

/** Hears from every connection when its transactions begin and end. */
@EventSubscriber()
export class TransactionEnds implements EntitySubscriberInterface {
  beforeTransactionStart({ queryRunner }: TransactionCommitEvent): void {
    const ends = open.get(queryRunner) ?? [];
    const inherited = { traceId: ends.at(-1)?.traceId ?? null };
    ends.push({ unwritten: new Map(), committed: [], rolledBack: [], notes: new Map(), ...inherited });
    open.set(queryRunner, ends);
  }

  async beforeTransactionCommit({ queryRunner, manager }: TransactionCommitEvent): Promise<void> {
    if (open.get(queryRunner)?.length === 1) await writeUnwritten(manager);
  }

  afterTransactionCommit({ queryRunner }: TransactionCommitEvent): void {
    const ends = open.get(queryRunner);
    const ended = ends?.pop();
    if (!ended) return;
    const outer = ends?.at(-1);
    if (!outer) return ended.committed.forEach((callback) => callback());
    for (const [batch, items] of ended.unwritten)
      outer.unwritten.set(batch, [...(outer.unwritten.get(batch) ?? []), ...items]);
    outer.committed.push(...ended.committed);
    outer.rolledBack.push(...ended.rolledBack);
  }

  /** Before and not after: where the connection is broken, there is no after. */
  beforeTransactionRollback({ queryRunner }: TransactionCommitEvent): void {
    open
      .get(queryRunner)
      ?.pop()
      ?.rolledBack.forEach((callback) => callback());
  }
}
