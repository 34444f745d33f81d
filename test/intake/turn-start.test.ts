import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Chat } from '../../entities/chat.js';
import { Dialogue } from '../../entities/dialogue.js';
import { InboxEntry } from '../../entities/inbox-entry.js';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import type { Transaction } from '../../src/db/transaction.js';
import { leaseChat, nextEntry } from '../../src/intake/chat-lease.js';
import type { ReadAhead } from '../../src/intake/read-ahead.js';
import { startTurn } from '../../src/intake/turn-start.js';
import { makeReadAhead } from '../../src/outbox/earlier-jobs.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { handClock } from '../support/hand-clock.js';

const chatKey = 'telegram:1:1';
const clock = handClock();
const now = clock.now();

/** Where a turn would leave the chat to whoever has it in hand, it waits for it. */
const patient = (tx: Transaction): Transaction =>
  new Proxy(tx, {
    get: (of, name) =>
      name === 'query'
        ? (sql: string, bound: unknown[]) => of.query(sql.replace(' SKIP LOCKED', ''), bound)
        : (Reflect.get(of, name) as unknown),
  });

onCleanDatabases('a turn', (db) => {
  const ahead = () => {
    const rows: object[] = [];
    const read = makeReadAhead({ taker: null }, (chat) => chat);
    return { ...read, rows, note: (_tx, _chat, row) => void rows.push(row) } satisfies ReadAhead & {
      rows: object[];
    };
  };
  const opens = () => db().dataSource.manager.insert(Chat, { key: chatKey, locale: 'en', createdAt: now });
  /** What the turn finds that has waited while somebody else had the chat in hand, and did this. */
  async function after<T>(
    deed: (tx: Transaction) => Promise<unknown>,
    turn: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    await opens();
    let waiting: Promise<T> | undefined;
    await db().inTransaction(async (tx) => {
      await leaseChat(tx, chatKey);
      waiting = db().inTransaction((other) => turn(patient(other)));
      await pause(200);
      await deed(tx);
    });
    return waiting!;
  }
  const talks = (tx: Transaction) =>
    tx.insert(Dialogue, {
      ...{ chatKey, version: 'v', state: 'said', keyId: 'k' },
      ...{ startedAt: now, idleAt: now, endsAt: now },
    });
  const waits = (tx: Transaction, ...updates: string[]) =>
    tx.insert(
      InboxEntry,
      updates.map((updateId) => ({
        ...{ source: 'telegram:1', updateId, chatKey, payload: 'p', keyId: 'k', tries: 0, fault: null },
        ...{ state: 'waiting' as const, receivedAt: now, dueAt: now, traceId: null },
      })),
    );
  const enqueues = (tx: Transaction) =>
    tx.insert(OutboxEntry, {
      ...{ kind: 'call', lane: chatKey, subject: chatKey, payload: 'p', keyId: 'k', state: 'waiting' },
      ...{ tries: 0, createdAt: now, dueAt: now },
    });

  it('without a row of its own begins as the one before has left the chat', async () => {
    const read = ahead();
    const start = await after(
      async (tx) => [await talks(tx), await enqueues(tx)],
      (tx) => startTurn(tx, chatKey, read),
    );
    expect(start).toMatchObject({ chat: { chatKey, locale: 'en' }, dialogue: { state: 'said' } });
    expect(read.rows.map((row) => Object.entries(row))).toEqual([
      expect.arrayContaining([
        ['lane_stands', 1],
        ['subject_stands', 1],
      ]),
    ]);
  });

  it('without a row of its own stands back behind what has come meanwhile', async () => {
    const started = after(
      (tx) => waits(tx, '1'),
      (tx) => startTurn(tx, chatKey, ahead()),
    );
    expect(await started).toBeNull();
  });

  it('with a row begins as the one before has left the chat, with the first of what waits', async () => {
    const read = ahead();
    const next = await after(
      async (tx) => [await talks(tx), await waits(tx, '7', '6'), await enqueues(tx)],
      (tx) => nextEntry({ tx, clock }, chatKey, read),
    );
    expect(next).toMatchObject({
      ...{ entry: { updateId: '6' }, more: true },
      ...{ chat: { chatKey, locale: 'en' }, dialogue: { state: 'said' } },
    });
    expect(read.rows).toMatchObject([{ lane_stands: 1, subject_stands: 1 }]);
  });

  it('finds nothing to do where nothing waits, and where somebody else has it in hand', async () => {
    await opens();
    const look = () => db().inTransaction((tx) => nextEntry({ tx, clock }, chatKey, ahead()));
    expect(await look()).toBeNull();
    if (db().dataSource.options.type !== 'mysql') return;
    await db().inTransaction((tx) => waits(tx, '1'));
    await db().inTransaction(async (tx) => {
      await leaseChat(tx, chatKey);
      expect(await look()).toBeNull();
      const starts = (other: Transaction) => startTurn(other, chatKey, ahead());
      expect(await db().inTransaction(starts)).toBeNull();
    });
  });

  it('locks the chat and nothing else', async () => {
    if (db().dataSource.options.type !== 'mysql') return;
    await opens();
    await db().inTransaction(async (tx) => [await talks(tx), await waits(tx, '1'), await enqueues(tx)]);
    await db().inTransaction(async (tx) => {
      expect(await nextEntry({ tx, clock }, chatKey, ahead())).not.toBeNull();
      await db().inTransaction(async (other) => {
        await other.query('SET SESSION innodb_lock_wait_timeout = 1');
        for (const table of ['inbox', 'dialogues', 'outbox'])
          await other.query(`UPDATE ${table} SET key_id = 'other'`);
        await other.query('SET SESSION innodb_lock_wait_timeout = 50');
      });
    });
  });
});
