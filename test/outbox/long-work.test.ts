import { afterEach, beforeEach, expect, it } from 'vitest';
import type { JobOutcome } from '../../src/outbox/handler.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { second } from '../support/hand-clock.js';
import { done, openOutbox, handler, promised, word } from './harness.js';
import { untilPasses } from '../support/eventually.js';

onCleanDatabases('the outbox with work that takes longer than a lease', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  /** Work of ten steps; each takes half a lease, and `after` is called between two of them. */
  const long = (after: (step: number) => Promise<unknown>) => {
    const steps: number[] = [];
    const deed = handler(
      async (_payload, { renewLease }) => {
        for (let step = 1; step <= 10; step += 1) {
          steps.push(step);
          outbox.clock.pass(10 * second);
          await after(step);
          if (!(await renewLease())) return { kind: 'retry', afterMs: 0, fault: 'put down' };
        }
        return done;
      },
      { concurrency: 1, waitsOutside: false },
    );
    return { ...deed, steps };
  };

  it('keeps it in the hand that goes on with it', async () => {
    const other = handler(async () => ({ kind: 'done', result: 'by another' }));
    const { made, settled } = long(async (step) => {
      if (step === 1) outbox.work([other.made]);
      if (step === 5) expect(await outbox.afterALook()).toEqual(['in-hand']);
    });
    await outbox.write(word('one'));
    outbox.work([made]);
    await untilPasses(() => expect(settled).toEqual(['one: done']));
    expect(other.settled).toEqual(['look: by another']);
  });

  it('has it put down by a process that stops, and gone on with by the next', async () => {
    const [halfway, stopped] = [promised<void>(), promised<void>()];
    const { made, settled, steps } = long(async (step) => {
      if (step === 3) halfway.keep();
      if (step === 3) await stopped.promise;
    });
    await outbox.write(word('one'));
    const worker = outbox.work([made]);
    await halfway.promise;
    const stopping = worker.stop();
    stopped.keep();
    await stopping;
    expect([await outbox.states(), settled, steps]).toEqual([['waiting'], [], [1, 2, 3]]);
    const next = handler(async () => done);
    outbox.work([next.made]);
    await outbox.reaches(['done']);
    expect(next.settled).toEqual(['one: done']);
  });

  it('does not go on with what somebody else has taken meanwhile', async () => {
    const quick = handler(async () => done);
    const { made, settled, steps } = long(async (step) => {
      if (step !== 2) return;
      outbox.clock.pass(30 * second);
      outbox.work([quick.made]);
      await outbox.reaches(['done']);
    });
    await outbox.write(word('one'));
    const worker = outbox.work([made]);
    await untilPasses(() => expect(quick.settled).toEqual(['one: done']));
    await worker.stop();
    expect([settled, steps]).toEqual([[], [1, 2]]);
  });

  it('settles once when a slow deed comes back after somebody else has done it', async () => {
    const late = promised<JobOutcome<string>>();
    const slow = handler(() => late.promise);
    await outbox.write(word('one'));
    const first = openOutbox(db());
    const worker = first.work([slow.made]);
    await outbox.reaches(['in-hand']);
    outbox.clock.pass(21 * second);
    const quick = handler(async () => done);
    outbox.work([quick.made]);
    await outbox.reaches(['done']);
    late.keep({ kind: 'done', result: 'late' });
    await worker.stop();
    expect([slow.settled, quick.settled]).toEqual([[], ['one: done']]);
  });
});
