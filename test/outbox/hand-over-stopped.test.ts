import { afterEach, beforeEach, expect, it } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { JobOutcome } from '../../src/outbox/handler.js';
import { onlyWorker } from '../../src/outbox/liveness.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { done, openOutbox, handler, promised, word } from './harness.js';
import { untilPasses } from '../support/eventually.js';
import { workingIn } from './working.js';

onCleanDatabases('a job that is handed over', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());
  const working = (...how: Parameters<typeof outbox.work>) => workingIn(outbox, ...how);

  it('has its end written by a process that stops', async () => {
    const { made } = handler(async () => ({ kind: 'done', result: null as unknown as string }));
    const worker = await working([made]);
    await outbox.handOver(word('one'), word('two'));
    await worker.stop();
    expect(await outbox.states()).toEqual(['done', 'done', 'done']);
  });

  it('is given back, as if nobody had taken it, by a process that stops before it is begun', async () => {
    const slow = promised<JobOutcome<string>>();
    const { made } = handler((payload) => (payload === 'look' ? Promise.resolve(done) : slow.promise), {
      concurrency: 1,
    });
    const worker = await working([made]);
    await outbox.handOver(word('one'), word('two'));
    const stopping = worker.stop();
    slow.keep(done);
    await stopping;
    expect(await outbox.states()).toEqual(['done', 'done', 'waiting']);
    expect((await outbox.entries())[2]?.tries).toBe(0);
  });

  it('is done by the next when its process dies before it is begun, also where twice would be twice', async () => {
    const hand = { state: 'in-hand', holder: 'dead', leaseUntil: outbox.clock.now() } as const;
    await outbox.write(word('not begun'), word('begun'));
    const { manager } = db().dataSource;
    const [first, other] = await outbox.entries();
    await manager.update(OutboxEntry, { id: first!.id }, { ...hand, tries: 0 });
    await manager.update(OutboxEntry, { id: other!.id }, { ...hand, tries: 1 });
    const { made, settled } = handler(async () => done, { onWorkerDeath: 'quarantine' });
    outbox.work([made], { liveness: onlyWorker(outbox) });
    await outbox.reaches(['done', 'doubt']);
    expect(settled).toEqual(['not begun: done']);
  });

  it('is written down as begun where twice would be twice', async () => {
    const slow = promised<JobOutcome<string>>();
    const { made } = handler((payload) => (payload === 'look' ? Promise.resolve(done) : slow.promise), {
      onWorkerDeath: 'quarantine',
    });
    await working([made]);
    await outbox.handOver(word('one'));
    await untilPasses(async () => expect((await outbox.entries())[1]?.tries).toBe(1));
    slow.keep(done);
    await outbox.reaches(['done', 'done']);
  });

  it.each(['first', 'soon'] as const)(
    'of several steps is given back with how far it has come by a process that stops (%s)',
    async (keep) => {
      const slow = promised<void>();
      const { made } = handler(async (payload, { progress }) => {
        if (payload === 'look') return done;
        if (progress === null) return { kind: 'next', progress: '1', keep };
        await slow.promise;
        return { kind: 'next', progress: '2', keep };
      });
      const worker = await working([made]);
      await outbox.handOver(word('a', 'a'));
      await untilPasses(async () => expect((await outbox.entries())[1]?.progress).toBe('1'));
      const stopping = worker.stop();
      slow.keep();
      await stopping;
      expect((await outbox.entries())[1]).toMatchObject({ state: 'waiting', progress: '2' });
    },
  );
});
