import { expect, it } from 'vitest';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry, type OutboxState } from '../../entities/outbox-entry.js';
import { readLateness } from '../../src/app/queue-depths.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock, hour, minute } from '../support/hand-clock.js';

onCleanDatabases('how late the queues are', (db) => {
  const clock = handClock();
  const late = () => readLateness(db().inTransaction, clock);
  const inMs = (ms: number): Date => new Date(clock.now().getTime() + ms);
  const job = (state: OutboxState, dueAt: Date) =>
    db().inTransaction((tx) =>
      tx.insert(OutboxEntry, {
        ...{ kind: 'sms-code', payload: '', keyId: 'k', state, tries: 0, createdAt: inMs(-hour), dueAt },
      }),
    );
  const update = (updateId: string, dueAt: Date) =>
    db().inTransaction((tx) =>
      tx.insert(InboxEntry, {
        ...{ source: 'event', updateId, chatKey: 'chat', payload: '', keyId: 'k', state: 'waiting' as const },
        ...{ tries: 0, receivedAt: inMs(-hour), dueAt },
      }),
    );

  it('is nothing where nothing waits, and where all that waits has been put off', async () => {
    expect(await late()).toEqual({ inbox: 0, outbox: 0 });
    await job('waiting', inMs(minute));
    await update('1', inMs(minute));
    expect(await late()).toEqual({ inbox: 0, outbox: 0 });
  });

  it('is told by what has been due for longest, and not by what is over', async () => {
    await job('done', inMs(-hour));
    await job('waiting', inMs(-minute));
    await job('waiting', inMs(-2 * minute));
    await update('1', inMs(-1_500));
    await update('2', inMs(-500));
    expect(await late()).toEqual({ inbox: 1.5, outbox: 120 });
  });
});
