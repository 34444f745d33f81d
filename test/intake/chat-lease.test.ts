import { describe, expect, it } from 'vitest';
import { Chat } from '../../entities/chat.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { makeWakeUp } from '../../src/wake-up.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { eventually } from '../support/eventually.js';
import { keyOf, openIntake, textUpdate } from './harness.js';

/** More than are shown at one look. */
const morePerLook = 300;

/** Looks, and sees nothing. */
const blind: TransactionRunner = async () => [] as never;

onCleanDatabases('chats that wait', (db, { name }) => {
  const listening = () => {
    const handled: string[] = [];
    const intake = openIntake(db(), async (_tx, chatKey) => void handled.push(chatKey));
    const until = (count: number) =>
      eventually(
        async () => handled.length,
        (length) => length >= count,
      );
    return { ...intake, handled, until };
  };
  /** As another replica leaves them: nobody here was told. */
  const leftByOthers = async (intake: ReturnType<typeof listening>, ...chats: number[]) => {
    const other = openIntake(db(), async () => undefined);
    for (const chat of chats) {
      other.clock.pass(1);
      await other.receive(textUpdate(chat, chat, 'hello'));
    }
    intake.clock.pass(chats.length);
  };

  it('are handled from the one that has waited longest', async () => {
    const intake = listening();
    await leftByOthers(intake, 4, 2, 3, 1);
    const worker = intake.worker(1);
    worker.start();
    await intake.until(4);
    await worker.stop();
    expect(intake.handled).toEqual([4, 2, 3, 1].map(keyOf));
  });

  it('are handed over when they are stored: nobody looks for them', async () => {
    const intake = listening();
    const worker = intake.worker(1, { inStatement: blind });
    worker.start();
    await intake.receive(textUpdate(1, 1, 'hello'), textUpdate(2, 2, 'hello'));
    await intake.until(2);
    await intake.tell(3, { kind: 'flood' }, 'told');
    await intake.until(3);
    await worker.stop();
    expect(intake.handled).toEqual([1, 2, 3].map(keyOf));
  });

  it('are handled to the last entry after they were handed over once', async () => {
    const intake = listening();
    await leftByOthers(intake, 5);
    await intake.receive(textUpdate(6, 5, 'and'), textUpdate(7, 5, 'more'));
    const worker = intake.worker(2, { inStatement: blind });
    worker.start();
    await intake.until(3);
    await worker.stop();
    expect((await intake.entries()).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  it('are found when the database was away as they were handed over', async () => {
    const intake = listening();
    let away = true;
    const inTransaction: TransactionRunner = (work) =>
      away ? Promise.reject(new Error('away')) : db().inTransaction(work);
    const worker = intake.worker(1, { inTransaction });
    worker.start();
    await intake.receive(textUpdate(1, 1, 'hello'));
    away = false;
    await intake.until(1);
    await worker.stop();
  });

  if (name === 'MariaDB') {
    it('are found behind all that is in the hand of another replica, and that is left to it', async () => {
      const intake = listening();
      const other = openIntake(db(), async () => undefined);
      const many = Array.from({ length: morePerLook }, (_, at) => textUpdate(at + 1, 1, 'hello'));
      await other.receive(...many);
      intake.clock.pass(1);
      other.clock.pass(1);
      await other.receive(textUpdate(morePerLook + 1, 2, 'hello'));
      const worker = intake.worker(2);
      await db().inTransaction(async (tx) => {
        await tx.find(Chat, { where: { key: keyOf(1) }, lock: { mode: 'pessimistic_write' } });
        worker.start();
        await intake.until(1);
        await worker.stop();
      });
      expect(intake.handled).toEqual([keyOf(2)]);
    });
  }

  it('are all handled, and every worker goes home when it is asked to', async () => {
    const intake = listening();
    const worker = intake.worker(4);
    worker.start();
    for (let chat = 1; chat <= 8; chat += 1) await intake.receive(textUpdate(chat, chat, 'hello'));
    await intake.until(8);
    await worker.stop();
    await intake.receive(textUpdate(9, 9, 'too late'));
    expect(new Set(intake.handled)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8].map(keyOf)));
  });
});

describe('a wake-up', () => {
  it('wakes one of those who wait, in their order, and keeps a ring that nobody heard for the next', async () => {
    const wakeUp = makeWakeUp();
    const woken: string[] = [];
    const waits = (who: string) => wakeUp.wait().then(() => woken.push(who));
    const both = [waits('first'), waits('second')];
    wakeUp.notify();
    await both[0];
    expect(woken).toEqual(['first']);
    wakeUp.notify();
    await both[1];
    wakeUp.notify();
    await waits('third');
    expect(woken).toEqual(['first', 'second', 'third']);
  });
});
