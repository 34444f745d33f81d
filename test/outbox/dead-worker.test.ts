import { afterEach, beforeEach, expect, it } from 'vitest';
import { onlyWorker } from '../../src/outbox/liveness.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { second } from '../support/hand-clock.js';
import { done, openOutbox, handler, word } from './harness.js';

onCleanDatabases('the outbox whose holder dies', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  /** In hand of a worker that will never come back to it. */
  const abandon = async (onWorkerDeath: 'retry' | 'quarantine') => {
    await outbox.write(word('one'));
    await new Promise<void>((resolve) => {
      const never = handler(() => new Promise(() => begun()), { onWorkerDeath });
      const worker = openOutbox(db()).work([never.made]);
      const begun = (): void => {
        void worker.stop();
        resolve();
      };
    });
  };

  it('does it again after the lease, and not before, where twice is once', async () => {
    await abandon('retry');
    const { made, settled } = handler(async () => done);
    outbox.work([made]);
    outbox.clock.pass(19 * second);
    expect(await outbox.afterALook()).toEqual(['in-hand']);
    outbox.clock.pass(2 * second);
    outbox.wakeUp.notify();
    await outbox.reaches(['done', 'done']);
    expect(settled).toEqual(['look: done', 'one: done']);
  });

  it('leaves it in doubt where twice would be twice', async () => {
    await abandon('quarantine');
    const deeds: string[] = [];
    const { made, settled } = handler(async (payload) => (deeds.push(payload), done), {
      onWorkerDeath: 'quarantine',
    });
    outbox.work([made]);
    outbox.clock.pass(21 * second);
    expect(await outbox.afterALook()).toEqual(['doubt']);
    expect([deeds, settled]).toEqual([['look'], ['look: done']]);
    expect((await outbox.entries())[0]?.payload).toBe('');
  });

  it('need not wait for the lease where nobody else can be at work', async () => {
    await abandon('retry');
    const { made } = handler(async () => done);
    outbox.work([made], { liveness: onlyWorker(outbox) });
    await outbox.reaches(['done']);
  });
});
