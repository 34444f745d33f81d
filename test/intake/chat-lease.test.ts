import { In } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { Chat } from '../../entities/chat.js';
import { makeWakeUp } from '../../src/wake-up.js';
import { leaseChat } from '../../src/intake/chat-lease.js';
import { makeInboxWorker } from '../../src/intake/worker.js';
import { silence } from '../../src/log.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { eventually } from '../support/eventually.js';
import { keyOf, openIntake, textUpdate } from './harness.js';

onCleanDatabases('chats that wait', (db, { name }) => {
  const intakeOf = async (chats: number) => {
    const intake = openIntake(db(), async () => undefined);
    for (let chat = 1; chat <= chats; chat += 1) {
      await intake.receive(textUpdate(chat, chat, 'hello'));
      intake.clock.pass(1);
    }
    return intake;
  };

  it('are taken from the one that has waited longest', async () => {
    const { clock } = await intakeOf(40);
    expect(await db().inTransaction((tx) => leaseChat(tx, clock.now()))).toBe(keyOf(1));
  });

  if (name === 'MariaDB') {
    const takenWhileInOtherHands = (held: readonly string[], now: Date) =>
      db().inTransaction(async (tx) => {
        await tx.find(Chat, { where: { key: In(held) }, lock: { mode: 'pessimistic_write' } });
        return db().inTransaction((other) => leaseChat(other, now));
      });

    it('are found behind forty that are in other hands, and none of those forty is', async () => {
      const { clock } = await intakeOf(41);
      const all = Array.from({ length: 41 }, (_, at) => keyOf(at + 1));
      expect(await takenWhileInOtherHands(all.slice(0, 40), clock.now())).toBe(keyOf(41));
      expect(await takenWhileInOtherHands(all, clock.now())).toBeNull();
    });
  }

  it('are all handled after one ring, and every hand goes home when it is asked to', async () => {
    const wakeUp = makeWakeUp();
    const handled: string[] = [];
    const intake = openIntake(db(), async () => undefined);
    const { inTransaction } = db();
    const worker = makeInboxWorker({
      ...{
        inTransaction,
        keyring: intake.keyring,
        clock: intake.clock,
        log: silence,
        wakeUp,
        concurrency: 4,
      },
      ...{
        handle: async (_tx, chatKey) => void handled.push(chatKey),
        onProcessed: () => undefined,
        onDeadLetter: () => Promise.resolve(),
      },
      count: () => undefined,
    });
    worker.start();
    for (let chat = 1; chat <= 8; chat += 1) await intake.receive(textUpdate(chat, chat, 'hello'));
    wakeUp.notify();
    await eventually(
      async () => new Set(handled).size,
      (chats) => chats === 8,
    );
    await worker.stop();
    await intake.receive(textUpdate(9, 9, 'too late'));
    wakeUp.notify();
    expect(handled).not.toContain(keyOf(9));
  });
});

describe('a bell', () => {
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
