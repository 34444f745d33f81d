import { afterEach, beforeEach, expect, it } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { JobOutcome } from '../../src/outbox/handler.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { second } from '../support/hand-clock.js';
import { done, openOutbox, handler, promised, word } from './harness.js';

onCleanDatabases('the outbox with several lanes', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  beforeEach(() => {
    outbox = openOutbox(db());
  });
  afterEach(() => outbox.close());

  it('keeps the order of each lane, whichever is quicker', async () => {
    const told: string[] = [];
    const { made } = handler(async (payload) => {
      await new Promise((resolve) => setImmediate(resolve));
      told.push(payload);
      return done;
    });
    const numbers = [1, 2, 3, 4, 5, 6];
    await outbox.write(...numbers.flatMap((n) => ['a', 'b', 'c'].map((lane) => word(`${lane}${n}`, lane))));
    outbox.work([made]);
    outbox.work([made]);
    await outbox.reaches(Array<string>(18).fill('done'));
    for (const lane of ['a', 'b', 'c']) {
      expect(told.filter((one) => one.startsWith(lane))).toEqual(numbers.map((n) => `${lane}${n}`));
    }
  });

  it('does one thing at a time in each, though what was written first is committed last', async () => {
    const slow = promised<JobOutcome<string>>();
    const { made } = handler((payload) => (payload === 'second' ? slow.promise : Promise.resolve(done)));
    await outbox.write({ kind: 'not committed', payload: 'first' }, word('second', 'a'));
    outbox.work([made]);
    await outbox.reaches(['waiting', 'in-hand']);
    const { manager } = db().dataSource;
    await manager.update(OutboxEntry, { kind: 'not committed' }, { kind: 'word', lane: 'a' });
    expect(await outbox.afterALook()).toEqual(['waiting', 'in-hand']);
    slow.keep(done);
    await outbox.reaches(['done', 'done', 'done']);
  });

  it('is not held up by a slow chat', async () => {
    const slow = promised<JobOutcome<string>>();
    const { made } = handler((payload) => (payload === 'slow' ? slow.promise : Promise.resolve(done)));
    await outbox.write(
      word('slow', 'a'),
      word('behind', 'a'),
      ...[1, 2, 3, 4, 5].map((n) => word(`b${n}`, 'b')),
    );
    outbox.work([made]);
    await outbox.reaches(['in-hand', 'waiting', 'done', 'done', 'done', 'done', 'done']);
    slow.keep(done);
    await outbox.reaches(Array<string>(7).fill('done'));
  });

  it('is not held up by slow chats, though they are more than there are hands', async () => {
    const slow = promised<JobOutcome<string>>();
    const { made } = handler((payload) => (payload === 'slow' ? slow.promise : Promise.resolve(done)));
    await outbox.write(...[1, 2, 3, 4, 5].map((n) => word('slow', `slow-${n}`)), word('quick', 'b'));
    outbox.work([made]);
    await outbox.reaches([...Array<string>(4).fill('in-hand'), 'waiting', 'waiting']);
    outbox.clock.pass(second);
    outbox.wakeUp.notify();
    await outbox.reaches([...Array<string>(5).fill('in-hand'), 'done']);
    slow.keep(done);
    await outbox.reaches(Array<string>(6).fill('done'));
  });

  it('is not held up by another kind whose hands are all full', async () => {
    const slow = promised<JobOutcome<string>>();
    const stuck = handler(() => slow.promise, { kind: 'stuck', concurrency: 1 });
    const quick = handler(async () => done);
    await outbox.write(...[1, 2, 3].map((n) => ({ kind: 'stuck', payload: n })), word('quick'));
    outbox.work([stuck.made, quick.made]);
    await outbox.reaches(['in-hand', 'waiting', 'waiting', 'done']);
    slow.keep(done);
    await outbox.reaches(Array<string>(4).fill('done'));
  });

  it('waits as long as the outside has asked for, and its lane waits with it', async () => {
    const { made } = handler(async (payload, { tries }) =>
      payload === 'first' && tries === 1 ? { kind: 'retry', afterMs: 30 * second, fault: 'too many' } : done,
    );
    await outbox.write(word('first', 'a'), word('second', 'a'), word('other', 'b'));
    outbox.work([made]);
    await outbox.reaches(['waiting', 'waiting', 'done']);
    outbox.clock.pass(29 * second);
    expect(await outbox.afterALook()).toEqual(['waiting', 'waiting', 'done']);
    outbox.clock.pass(2 * second);
    outbox.wakeUp.notify();
    await outbox.reaches(['done', 'done', 'done', 'done']);
  });
});
