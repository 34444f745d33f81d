import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InTransaction } from '../../src/db/transaction.js';
import { onlyOne } from '../../src/outbox/holders.js';
import { writeErrand } from '../../src/outbox/outbox.js';
import type { Performed } from '../../src/outbox/performer.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { second } from '../support/hand-clock.js';
import { openOutbox, performer, promised } from './harness.js';

const done: Performed<string> = { kind: 'done', result: 'done' };
const word = (payload: string, lane?: string) => ({ kind: 'word', payload, ...(lane ? { lane } : {}) });

onCleanDatabases('the outbox', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  const reaches = (states: string[]) =>
    vi.waitFor(async () => expect(await outbox.states()).toEqual(states), 5_000);

  /** The states once a worker has looked again: it has done what was written last. */
  const afterALook = async (): Promise<string[]> => {
    await outbox.write(word('look'));
    await vi.waitFor(async () => expect((await outbox.states()).at(-1)).toBe('done'), 5_000);
    return (await outbox.states()).slice(0, -1);
  };

  it('keeps the order of each lane, whichever is quicker', async () => {
    const told: string[] = [];
    const { made } = performer(async (payload) => {
      await new Promise((resolve) => setImmediate(resolve));
      told.push(payload);
      return done;
    });
    const numbers = [1, 2, 3, 4, 5, 6];
    await outbox.write(...numbers.flatMap((n) => ['a', 'b', 'c'].map((lane) => word(`${lane}${n}`, lane))));
    outbox.work([made]);
    outbox.work([made]);
    await reaches(Array<string>(18).fill('done'));
    for (const lane of ['a', 'b', 'c']) {
      expect(told.filter((one) => one.startsWith(lane))).toEqual(numbers.map((n) => `${lane}${n}`));
    }
  });

  it('is not held up by a slow chat', async () => {
    const slow = promised<Performed<string>>();
    const { made } = performer((payload) => (payload === 'slow' ? slow.promise : Promise.resolve(done)));
    await outbox.write(
      word('slow', 'a'),
      word('behind', 'a'),
      ...[1, 2, 3, 4, 5].map((n) => word(`b${n}`, 'b')),
    );
    outbox.work([made]);
    await reaches(['in-hand', 'waiting', 'done', 'done', 'done', 'done', 'done']);
    slow.keep(done);
    await reaches(Array<string>(7).fill('done'));
  });

  it('is not held up by another kind whose hands are all full', async () => {
    const slow = promised<Performed<string>>();
    const stuck = performer(() => slow.promise, { kind: 'stuck', atOnce: 1 });
    const quick = performer(async () => done);
    await outbox.write(...[1, 2, 3].map((n) => ({ kind: 'stuck', payload: n })), word('quick'));
    outbox.work([stuck.made, quick.made]);
    await reaches(['in-hand', 'waiting', 'waiting', 'done']);
    slow.keep(done);
    await reaches(Array<string>(4).fill('done'));
  });

  it('waits as long as the outside has asked for, and its lane waits with it', async () => {
    const { made } = performer(async (payload, { tries }) =>
      payload === 'first' && tries === 1 ? { kind: 'later', afterMs: 30 * second, fault: 'too many' } : done,
    );
    await outbox.write(word('first', 'a'), word('second', 'a'), word('other', 'b'));
    outbox.work([made]);
    await reaches(['waiting', 'waiting', 'done']);
    outbox.clock.pass(29 * second);
    expect(await afterALook()).toEqual(['waiting', 'waiting', 'done']);
    outbox.clock.pass(2 * second);
    outbox.bell.ring();
    await reaches(['done', 'done', 'done', 'done']);
  });

  it('gives up after the last try, settles what that means, and the lane goes on', async () => {
    const { made, settled } = performer(async (payload) =>
      payload === 'bad' ? { kind: 'later', fault: 'away' } : done,
    );
    await outbox.write(word('bad', 'a'), word('good', 'a'));
    outbox.work([made]);
    await vi.waitFor(async () => {
      outbox.clock.pass(2 * second);
      expect(await outbox.states()).toEqual(['failed', 'done']);
    }, 8_000);
    expect((await outbox.entries())[0]?.tries).toBe(3);
    expect(settled).toEqual(['bad: given up', 'good: done']);
  });

  it('keeps nothing of what it carried, once it is over', async () => {
    const { made } = performer(async (payload) =>
      payload === 'bad' ? { kind: 'failed', fault: 'no' } : done,
    );
    await outbox.write(word('09120000001'), word('bad'));
    expect((await outbox.entries())[0]?.payload).not.toContain('0912');
    outbox.work([made]);
    await reaches(['done', 'failed']);
    expect((await outbox.entries()).map(({ payload }) => payload)).toEqual(['', '']);
  });

  describe('whose holder dies', () => {
    /** In hand of a worker that will never come back to it. */
    const abandon = async (afterCrash: 'repeat' | 'doubt') => {
      const never = performer(() => new Promise(() => undefined), { afterCrash });
      await outbox.write(word('one'));
      const dying = openOutbox(db());
      const worker = dying.work([never.made]);
      await reaches(['in-hand']);
      void worker.stop();
    };

    it('does it again after the lease, and not before, where twice is once', async () => {
      await abandon('repeat');
      const { made, settled } = performer(async () => done);
      outbox.work([made]);
      outbox.clock.pass(19 * second);
      expect(await afterALook()).toEqual(['in-hand']);
      outbox.clock.pass(2 * second);
      outbox.bell.ring();
      await reaches(['done', 'done']);
      expect(settled).toEqual(['look: done', 'one: done']);
    });

    it('leaves it in doubt where twice would be twice', async () => {
      await abandon('doubt');
      const deeds: string[] = [];
      const { made, settled } = performer(async (payload) => (deeds.push(payload), done), {
        afterCrash: 'doubt',
      });
      outbox.work([made]);
      outbox.clock.pass(21 * second);
      expect(await afterALook()).toEqual(['doubt']);
      expect([deeds, settled]).toEqual([['look'], ['look: done']]);
      expect((await outbox.entries())[0]?.payload).toBe('');
    });

    it('need not wait for the lease where nobody else can be at work', async () => {
      await abandon('repeat');
      const { made } = performer(async () => done);
      outbox.work([made], { holders: onlyOne(outbox) });
      await reaches(['done']);
    });
  });

  describe('with work that takes longer than a lease', () => {
    /** Work of ten steps; each takes half a lease, and `after` is called between two of them. */
    const long = (after: (step: number) => Promise<unknown>) => {
      const steps: number[] = [];
      const deed = performer(
        async (_payload, { goOn }) => {
          for (let step = 1; step <= 10; step += 1) {
            steps.push(step);
            outbox.clock.pass(10 * second);
            await after(step);
            if (!(await goOn())) return { kind: 'later', afterMs: 0, fault: 'put down' };
          }
          return done;
        },
        { atOnce: 1 },
      );
      return { ...deed, steps };
    };

    it('keeps it in the hand that goes on with it', async () => {
      const other = performer(async () => ({ kind: 'done', result: 'by another' }));
      const { made, settled } = long(async (step) => {
        if (step === 1) outbox.work([other.made]);
        if (step === 5) expect(await afterALook()).toEqual(['in-hand']);
      });
      await outbox.write(word('one'));
      outbox.work([made]);
      await vi.waitFor(() => expect(settled).toEqual(['one: done']), 5_000);
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
      const next = performer(async () => done);
      outbox.work([next.made]);
      await reaches(['done']);
      expect(next.settled).toEqual(['one: done']);
    });

    it('does not go on with what somebody else has taken meanwhile', async () => {
      const quick = performer(async () => done);
      const { made, settled, steps } = long(async (step) => {
        if (step !== 2) return;
        outbox.clock.pass(30 * second);
        outbox.work([quick.made]);
        await reaches(['done']);
      });
      await outbox.write(word('one'));
      const worker = outbox.work([made]);
      await vi.waitFor(() => expect(quick.settled).toEqual(['one: done']), 5_000);
      await worker.stop();
      expect([settled, steps]).toEqual([[], [1, 2]]);
    });
  });

  /** A doorway that loses the word of what was done, so many times from now; where only some of it is meant, of that. */
  const deaf = () => {
    const { inTransaction } = db();
    let lost = { times: 0, meant: (_result: unknown): boolean => true };
    const lossy: InTransaction = async (work) => {
      const result = await inTransaction(work);
      if (lost.times === 0 || !lost.meant(result)) return result;
      lost.times -= 1;
      throw new Error('the connection broke');
    };
    const lose = (times: number, meant: (result: unknown) => boolean = () => true): void => {
      lost = { times, meant };
    };
    return { inTransaction: lossy, lose };
  };
  /** A look that found nothing is no such thing. */
  const tookInHand = (result: unknown): boolean => Array.isArray(result) && result.length > 0;

  it('is not done again because the database was away when it came back from it', async () => {
    const { inTransaction, lose } = deaf();
    const away: InTransaction = (work) =>
      inTransaction(async () => undefined).then(() => db().inTransaction(work));
    const { made, settled } = performer(async () => (lose(2), done), { afterCrash: 'doubt' });
    await outbox.write(word('one'));
    outbox.work([made], { inTransaction: away });
    await reaches(['done']);
    expect(settled).toEqual(['one: done']);
  });

  it('may wait for the database with many others, and nobody is warned of a fault that is none', async () => {
    const many = 12;
    const warnings: string[] = [];
    const warned = ({ name }: Error): void => void warnings.push(name);
    process.on('warning', warned);
    const all = promised<void>();
    let [taken, lost] = [0, 0];
    const away: InTransaction = async (work) => {
      if (taken < many || lost >= 2 * many) return db().inTransaction(work);
      lost += 1;
      throw new Error('away');
    };
    const deed = async (): Promise<Performed<string>> => {
      taken += 1;
      if (taken === many) all.keep();
      await all.promise;
      return done;
    };
    const { made } = performer(deed, { atOnce: many });
    await outbox.write(...Array.from({ length: many }, (_, n) => word(`${n}`)));
    outbox.work([made], { inTransaction: away });
    await reaches(Array.from({ length: many }, () => 'done'));
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });

  it('is done when its holder never heard that it was in their hand', async () => {
    const { inTransaction, lose } = deaf();
    const { made, settled } = performer(async () => done);
    const worker = outbox.work([made], { inTransaction });
    await outbox.write(word('one'));
    await reaches(['done']);
    lose(1, tookInHand);
    await outbox.write(word('two'));
    await reaches(['done', 'in-hand']);
    outbox.clock.pass(second);
    outbox.bell.ring();
    await reaches(['done', 'done']);
    await worker.stop();
    expect(settled).toEqual(['one: done', 'two: done']);
  });

  it('settles once when a slow deed comes back after somebody else has done it', async () => {
    const late = promised<Performed<string>>();
    const slow = performer(() => late.promise);
    await outbox.write(word('one'));
    const first = openOutbox(db());
    const worker = first.work([slow.made]);
    await reaches(['in-hand']);
    outbox.clock.pass(21 * second);
    const quick = performer(async () => done);
    outbox.work([quick.made]);
    await reaches(['done']);
    late.keep({ kind: 'done', result: 'late' });
    await worker.stop();
    expect([slow.settled, quick.settled]).toEqual([[], ['one: done']]);
  });

  it('leaves in doubt what threw half-way, where twice would be twice', async () => {
    const broken = performer(() => Promise.reject(new TypeError('of 09120000001')), { afterCrash: 'doubt' });
    await outbox.write(word('one'));
    outbox.work([broken.made]);
    await reaches(['doubt']);
    expect((await outbox.entries())[0]?.fault).toMatch(/^TypeError(?!.*0912)/);
  });

  it('does nothing of a transaction that was rolled back', async () => {
    const { made, settled } = performer(async () => done);
    outbox.work([made]);
    const { keyring, clock } = outbox;
    const undone = db().inTransaction(async (tx) => {
      await writeErrand({ tx, keyring, clock }, word('never'));
      throw new Error('on purpose');
    });
    await expect(undone).rejects.toThrow();
    await outbox.write(word('ever'));
    await reaches(['done']);
    expect(settled).toEqual(['ever: done']);
  });
});
