import { beforeEach, expect, it } from 'vitest';
import { writeBeforeCommit } from '../../src/db/after-commit.js';
import { makeReceive } from '../../src/intake/receive.js';
import { makeReceiveAtOnce } from '../../src/intake/receive-at-once.js';
import type { Handle, Incoming } from '../../src/intake/update-handler.js';
import { makeSingleStatement } from '../../src/db/single-statement.js';
import type { Transaction } from '../../src/db/transaction.js';
import { silence } from '../../src/log.js';
import { makeHandOver } from '../../src/outbox/hand-over.js';
import { makeReadAhead } from '../../src/outbox/earlier-jobs.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { untilPasses } from '../support/eventually.js';
import { bot, open, openIntake, textUpdate } from './harness.js';

onCleanDatabases('an update that comes alone', (db, { name }) => {
  let heard: string[];
  let whileHeard: (tx: Transaction) => Promise<unknown>;
  let fails: 'while it is heard' | 'when what it makes is written' | null;
  beforeEach(() => {
    heard = [];
    fails = null;
    whileHeard = async () => undefined;
  });

  const quiet = () => {
    const handle: Handle = async (tx, chatKey, incoming) => {
      if (fails === 'while it is heard') throw onPurpose();
      if (fails === 'when what it makes is written') await writeBeforeCommit(tx, unwritable, null);
      heard.push(`${chatKey.split(':')[2]} ${told(incoming)}`);
      await whileHeard(tx);
    };
    const intake = openIntake(db(), handle);
    const { clock, keyring, chatQueue } = intake;
    const { inTransaction } = db();
    const counted: string[] = [];
    const parts = {
      ...{ clock, keyring, inTransaction, inStatement: makeSingleStatement(db().dataSource, inTransaction) },
      ...{ log: silence, onDeadLetter: async () => undefined, flood: open },
      count: (_name: string, labels?: { result?: string }) => void counted.push(labels?.result ?? ''),
      onEnqueued: (chatKey: string) => chatQueue.add(chatKey),
    };
    const readAhead = makeReadAhead(makeHandOver(), String);
    const atOnce = makeReceiveAtOnce({ ...parts, handle, readAhead, chatQueue });
    const receive = makeReceive({ ...parts, atOnce });
    const states = async () =>
      (await intake.entries()).map(({ updateId, state }) => `${Number(updateId)} ${state}`);
    return {
      ...intake,
      counted,
      states,
      receive: (...texts: Parameters<typeof textUpdate>[]) =>
        receive(
          bot,
          texts.map((text) => textUpdate(...text)),
        ),
    };
  };

  it('is handled by the time that the messenger may hear of it, also of a chat that is new', async () => {
    const intake = quiet();
    await intake.receive([1, 5, 'first']);
    await intake.receive([2, 5, 'second']);
    expect(heard).toEqual(['5 first', '5 second']);
    expect(await intake.states()).toEqual(['1 done', '2 done']);
    expect((await intake.entries()).map(({ payload }) => payload)).toEqual(['', '']);
    expect(intake.counted).toEqual(['received', 'handled', 'received', 'handled']);
    expect(intake.chatQueue.isQuiet()).toBe(true);
  });

  it('and is brought again is handled once', async () => {
    const [intake, other] = [quiet(), quiet()];
    await intake.receive([1, 5, 'first']);
    await intake.receive([1, 5, 'first']);
    await other.receive([1, 5, 'first']);
    await intake.drain();
    expect(heard).toEqual(['5 first']);
    expect(await intake.states()).toEqual(['1 done']);
  });

  it('waits its turn behind what the chat has waiting, and while anything else is at work', async () => {
    const intake = quiet();
    await intake.receive([1, 5, 'first'], [2, 6, 'first']);
    expect(heard).toEqual([]);
    await intake.receive([3, 7, 'first']);
    expect(heard).toEqual([]);
    for (let standing = intake.chatQueue.length(); standing > 0; standing -= 1)
      intake.chatQueue.release((await intake.chatQueue.take()) ?? '', false);
    await intake.receive([4, 5, 'second']);
    expect(heard).toEqual([]);
    await intake.drain();
    expect(heard.toSorted()).toEqual(['5 first', '5 second', '6 first', '7 first']);
    expect(heard.indexOf('5 first')).toBeLessThan(heard.indexOf('5 second'));
  });

  it.each(['while it is heard', 'when what it makes is written'] as const)(
    'and cannot be handled, %s, is written down, and has its next try',
    async (when) => {
      const intake = quiet();
      fails = when;
      await intake.receive([1, 5, 'first']);
      expect(await intake.states()).toEqual(['1 waiting']);
      fails = null;
      heard = [];
      await intake.drain();
      expect(heard).toEqual(['5 first']);
      expect(await intake.states()).toEqual(['1 done']);
    },
  );

  it('what the same chat writes meanwhile is handled after it', async () => {
    const intake = quiet();
    let second = Promise.resolve();
    let written = false;
    whileHeard = async () => {
      if (!written) second = intake.receive([2, 5, 'second']);
      written = true;
    };
    await intake.receive([1, 5, 'first']);
    await second;
    await intake.drain();
    expect(heard).toEqual(['5 first', '5 second']);
  });

  // On SQLite all that is written waits for whoever is at work.
  if (name === 'MariaDB')
    it.each(['new', 'known'])(
      'and takes too long holds up nobody behind it, its chat being %s: it is written down, and is handled once',
      async (chat) => {
        const intake = quiet();
        if (chat === 'known') await intake.receive([0, 5, 'before']);
        const before = (await intake.states()).length;
        let goOn: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (goOn = resolve));
        let alive = false;
        whileHeard = async (tx) => {
          await held;
          await tx.query('SELECT 1');
          alive = true;
        };
        await intake.receive([1, 5, 'slow']);
        expect((await intake.states()).slice(before)).toEqual(['1 waiting']);
        await intake.receive([2, 6, 'quick']);
        // Its chat's row may be seen by nobody yet, and another new one comes with it.
        await intake.receive([3, 5, 'next'], [4, 7, 'quick']);
        const written = ['1 waiting', '2 waiting', '3 waiting', '4 waiting'];
        expect((await intake.states()).slice(before)).toEqual(written);
        goOn();
        await untilPasses(() => expect(intake.chatQueue.length()).toBe(3));
        // Nobody had to wait until the server took its connection away.
        expect(alive).toBe(true);
        heard = [];
        await intake.drain();
        expect(heard.toSorted()).toEqual(['5 next', '5 slow', '6 quick', '7 quick']);
        expect(heard.indexOf('5 slow')).toBeLessThan(heard.indexOf('5 next'));
        expect((await intake.states()).slice(before)).toEqual(['1 done', '2 done', '3 done', '4 done']);
      },
    );
});

const onPurpose = () => new Error('on purpose');
const unwritable = { write: () => Promise.reject(onPurpose()) };

const told = (incoming: Incoming): string =>
  incoming.kind === 'update' ? (incoming.update.message?.text ?? '') : incoming.event.kind;
