import { beforeEach, describe, expect, it } from 'vitest';
import { writeBeforeCommit } from '../../src/db/after-commit.js';
import { makeHandleAtOnce } from '../../src/intake/handle-at-once.js';
import { makeTellAtEnd } from '../../src/intake/enqueue-event.js';
import type { Handle, Incoming } from '../../src/intake/update-handler.js';
import { makeReadAhead } from '../../src/outbox/earlier-jobs.js';
import { makeHandOver } from '../../src/outbox/hand-over.js';
import { silence } from '../../src/log.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { keyOf, openIntake, textUpdate } from './harness.js';

onCleanDatabases('an answer that comes for a chat', (db) => {
  let heard: string[];
  let fails: 'while it is heard' | 'when what it makes is written' | null;
  beforeEach(() => {
    heard = [];
    fails = null;
  });

  const open = async () => {
    const handle: Handle = async (tx, chatKey, incoming) => {
      if (fails === 'while it is heard') throw onPurpose();
      if (fails === 'when what it makes is written') await writeBeforeCommit(tx, unwritable, null);
      heard.push(`${chatKey.split(':')[2]} ${told(incoming)}`);
    };
    const intake = openIntake(db(), handle);
    await intake.receive(textUpdate(1, 5, 'first'), textUpdate(2, 6, 'first'));
    await intake.drain();
    heard = [];
    const { clock, keyring, chatQueue } = intake;
    const readAhead = makeReadAhead(makeHandOver(), String);
    const atOnce = makeHandleAtOnce({ handle, readAhead, chatQueue, log: silence, count: () => undefined });
    const answer = (...answers: readonly (readonly [chat: number, reference: string])[]) =>
      db().inTransaction(async (tx) => {
        const onEnqueued = (chatKey: string) => chatQueue.add(chatKey);
        const tell = makeTellAtEnd({ tx, clock, keyring, onEnqueued }, atOnce);
        for (const [chat, reference] of answers)
          await tell.tell(keyOf(chat), { kind: 'reset-kept', reference } as { kind: string }, reference);
      });
    const states = async () => (await intake.entries()).slice(2).map(({ state }) => state);
    return { ...intake, answer, states };
  };

  it('is handled in the transaction that brings it, and leaves nothing to be read', async () => {
    const chats = await open();
    await chats.answer([5, 'A']);
    expect(heard).toEqual(['5 A']);
    expect((await chats.entries()).slice(2)).toMatchObject([{ state: 'done', payload: '' }]);
    expect(chats.chatQueue.length()).toBe(0);
  });

  it('and is brought again is handled once', async () => {
    const chats = await open();
    await chats.answer([5, 'A']);
    await chats.answer([5, 'A']);
    await chats.drain();
    expect(heard).toEqual(['5 A']);
  });

  it('waits its turn behind what was written before', async () => {
    const chats = await open();
    await chats.receive(textUpdate(3, 5, 'second'));
    await chats.chatQueue.take();
    chats.chatQueue.release(keyOf(5), false);
    await chats.answer([5, 'A']);
    expect(heard).toEqual([]);
    await chats.drain();
    expect(heard).toEqual(['5 second', '5 A']);
  });

  it('is left alone while the chat is in another hand, and is handled after', async () => {
    const chats = await open();
    expect(chats.chatQueue.claim(keyOf(5))).toBe(true);
    await chats.answer([5, 'A']);
    expect(heard).toEqual([]);
    chats.chatQueue.release(keyOf(5), false);
    await chats.drain();
    expect(heard).toEqual(['5 A']);
  });

  it('holds up none of the other chats that hear of it: they take their turns', async () => {
    const chats = await open();
    await chats.answer([5, 'A'], [6, 'B']);
    expect(heard).toEqual(['5 A']);
    expect(await chats.states()).toEqual(['done', 'waiting']);
    await chats.drain();
    expect(heard).toEqual(['5 A', '6 B']);
  });

  it.each(['while it is heard', 'when what it makes is written'] as const)(
    'and cannot be handled, %s, is written down when it is brought again, so that what brings it is not lost',
    async (when) => {
      const chats = await open();
      fails = when;
      await expect(chats.answer([5, 'A'])).rejects.toThrow('could not be handled at once');
      expect(await chats.states()).toEqual([]);
      await chats.answer([5, 'A']);
      expect(await chats.states()).toEqual(['waiting']);
      fails = null;
      heard = [];
      await chats.drain();
      expect(heard).toEqual(['5 A']);
    },
  );

  describe('while it is handled', () => {
    it('what comes in from the member is handed over as soon as that is done', async () => {
      const chats = await open();
      const { chatQueue } = chats;
      await db().inTransaction(async (tx) => {
        const { clock, keyring } = chats;
        const readAhead = makeReadAhead(makeHandOver(), String);
        const handle: Handle = async () => chatQueue.add(keyOf(5));
        const atOnce = makeHandleAtOnce({
          handle,
          readAhead,
          chatQueue,
          log: silence,
          count: () => undefined,
        });
        await makeTellAtEnd({ tx, clock, keyring }, atOnce).tell(keyOf(5), { kind: 'x' }, 'A');
      });
      expect(chatQueue.length()).toBe(1);
    });
  });
});

const onPurpose = () => new Error('on purpose');
const unwritable = { write: () => Promise.reject(onPurpose()) };

function told(incoming: Incoming): string {
  if (incoming.kind === 'update') return incoming.update.message?.text ?? '';
  return (incoming.event as { reference?: string }).reference ?? '';
}
