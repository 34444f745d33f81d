import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { TransactionRunner } from '../../src/db/transaction.js';
import type { JobOutcome } from '../../src/outbox/handler.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { second } from '../support/hand-clock.js';
import { done, openOutbox, handler, promised, word } from './harness.js';
import { untilPasses } from '../support/eventually.js';

onCleanDatabases('the outbox whose database is away', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  /** A doorway that loses the word of what was done, so many times from now; where only some of it is meant, of that. */
  const deaf = () => {
    const { inTransaction } = db();
    let lost = { times: 0, meant: (_result: unknown): boolean => true };
    const lossy: TransactionRunner = async (work) => {
      const result = await inTransaction(work);
      if (lost.times === 0 || !lost.meant(result)) return result;
      lost.times -= 1;
      throw new Error('the connection broke');
    };
    const lose = (times: number, meant: (result: unknown) => boolean = () => true): void => {
      lost = { times, meant };
    };
    /** All of it has been lost. */
    const isLost = () => untilPasses(() => expect(lost.times).toBe(0));
    return { inTransaction: lossy, lose, isLost };
  };
  /** A look that found nothing is no such thing. */
  const tookInHand = (result: unknown): boolean => Array.isArray(result) && result.length > 0;

  it('is not done again because the database was away when it came back from it', async () => {
    const { inTransaction, lose } = deaf();
    const away: TransactionRunner = (work) =>
      inTransaction(async () => undefined).then(() => db().inTransaction(work));
    const { made, settled } = handler(async () => (lose(2), done), { onWorkerDeath: 'quarantine' });
    await outbox.write(word('one'));
    outbox.work([made], { inTransaction: away });
    await outbox.reaches(['done']);
    expect(settled).toEqual(['one: done']);
  });

  it('may wait for the database with many others, and nobody is warned of a fault that is none', async () => {
    const many = 12;
    const warnings: string[] = [];
    const warned = ({ name }: Error): void => void warnings.push(name);
    process.on('warning', warned);
    onTestFinished(() => void process.off('warning', warned));
    const all = promised<void>();
    let [taken, lost] = [0, 0];
    const away: TransactionRunner = async (work) => {
      if (taken < many || lost >= 2 * many) return db().inTransaction(work);
      lost += 1;
      throw new Error('away');
    };
    const deed = async (): Promise<JobOutcome<string>> => {
      taken += 1;
      if (taken === many) all.keep();
      await all.promise;
      return done;
    };
    const { made } = handler(deed, { concurrency: many });
    await outbox.write(...Array.from({ length: many }, (_, n) => word(`${n}`)));
    outbox.work([made], { inTransaction: away });
    await outbox.reaches(Array.from({ length: many }, () => 'done'));
    expect(warnings).toEqual([]);
  });

  it('is done when its holder never heard that it was in their hand', async () => {
    const { inTransaction, lose, isLost } = deaf();
    const { made, settled } = handler(async () => done);
    const worker = outbox.work([made], { inTransaction });
    await outbox.write(word('one'));
    await outbox.reaches(['done']);
    lose(1, tookInHand);
    await outbox.write(word('two'));
    await isLost();
    outbox.clock.pass(second);
    outbox.wakeUp.notify();
    await outbox.reaches(['done', 'done']);
    await worker.stop();
    expect(settled).toEqual(['one: done', 'two: done']);
  });
});
