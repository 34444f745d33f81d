import {
  EventSubscriber,
  type EntitySubscriberInterface,
  type QueryRunner,
  type TransactionCommitEvent,
} from 'typeorm';
import type { Transaction } from './transaction.js';

/** What is to be done when a transaction, or a savepoint within one, has come to its end. */
interface Ends {
  committed: (() => void)[];
  rolledBack: (() => void)[];
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

function innermost({ queryRunner }: Transaction): Ends {
  const ends = queryRunner && open.get(queryRunner)?.at(-1);
  if (!ends) throw new Error('no transaction is open');
  return ends;
}

/** Hears from every connection when its transactions begin and end. */
@EventSubscriber()
export class TransactionEnds implements EntitySubscriberInterface {
  beforeTransactionStart({ queryRunner }: TransactionCommitEvent): void {
    const ends = open.get(queryRunner) ?? [];
    ends.push({ committed: [], rolledBack: [] });
    open.set(queryRunner, ends);
  }

  afterTransactionCommit({ queryRunner }: TransactionCommitEvent): void {
    const ends = open.get(queryRunner);
    const ended = ends?.pop();
    if (!ended) return;
    const outer = ends?.at(-1);
    if (!outer) return ended.committed.forEach((callback) => callback());
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
