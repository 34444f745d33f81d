import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntry } from '../../entities/audit-entry.js';
import { Chat } from '../../entities/chat.js';
import { openChat } from '../../src/chats/store.js';
import { traceOf } from '../../src/db/after-commit.js';
import { traceIdOf } from '../../src/intake/inbox.js';
import type { Incoming } from '../../src/intake/update-handler.js';
import { onCleanDatabases } from '../support/clean-database.js';
import { hour, second } from '../support/hand-clock.js';
import { keyOf, openIntake, textUpdate } from './harness.js';

onCleanDatabases('what comes in', (db, { name }) => {
  let heard: string[];
  beforeEach(() => {
    heard = [];
  });

  describe('an update', () => {
    const listening = () =>
      openIntake(db(), async (_tx, chatKey, incoming) => void heard.push(`${chatKey} ${told(incoming)}`));

    it('that is delivered twice is handled once', async () => {
      const intake = listening();
      await intake.receive(textUpdate(1, 5, 'hello'));
      await intake.receive(textUpdate(1, 5, 'hello'));
      await intake.drain();
      await intake.receive(textUpdate(1, 5, 'hello'));
      await intake.drain();
      expect(heard).toEqual([`${keyOf(5)} hello`]);
    });

    it('that was written down before such had ids has the one that it would be given now', async () => {
      const traces: (string | null)[] = [];
      const intake = openIntake(db(), async (tx) => void traces.push(traceOf(tx)));
      await intake.receive(textUpdate(1, 5, 'hello'));
      await intake.drain();
      await intake.receive(textUpdate(2, 5, 'hello'));
      await db().dataSource.query('UPDATE inbox SET trace_id = NULL');
      await intake.drain();
      const [first, second] = await intake.entries();
      expect(traces).toEqual(
        [1, 2].map((id) => traceIdOf(first?.source ?? '', String(id).padStart(20, '0'))),
      );
      expect(second?.traceId).toBeNull();
    });

    it('that is delivered sixteen times at once is handled once', async () => {
      const intake = listening();
      await Promise.all(Array.from({ length: 16 }, () => intake.receive(textUpdate(1, 5, 'hello'))));
      await intake.drain(4);
      expect(heard).toEqual([`${keyOf(5)} hello`]);
    });

    it('that overtook another takes its turn by its number', async () => {
      const intake = listening();
      for (const id of [10, 9, 100, 11]) await intake.receive(textUpdate(id, 5, String(id)));
      await intake.drain();
      expect(heard.map((line) => line.split(' ')[1])).toEqual(['9', '10', '11', '100']);
    });

    it('and an event take turns as they arrived', async () => {
      const intake = listening();
      await intake.receive(textUpdate(1, 5, 'first'));
      await intake.tell(5, { kind: 'dialogue-idle' }, 'idle');
      await intake.receive(textUpdate(2, 5, 'third'));
      await intake.drain();
      expect(heard.map((line) => line.split(' ')[1])).toEqual(['first', 'dialogue-idle', 'third']);
    });

    it('that was written down by a clock that went wrong is handled when it is right again', async () => {
      const intake = listening();
      const right = intake.clock.now();
      intake.clock.pass(hour);
      await intake.receive(textUpdate(1, 5, 'first'), textUpdate(2, 5, 'second'));
      intake.clock.set(right);
      await intake.receive(textUpdate(3, 5, 'third'));
      await intake.drain();
      expect(heard.map((line) => line.split(' ')[1])).toEqual(['first', 'second', 'third']);
    });

    it('is not kept in words once it is handled', async () => {
      const intake = listening();
      await intake.receive(textUpdate(1, 5, 'my national ID'));
      const [waiting] = await intake.entries();
      expect(waiting?.payload).not.toContain('national');
      await intake.drain();
      const [done] = await intake.entries();
      expect(done).toMatchObject({ state: 'done', payload: '' });
    });

    it('of one chat is never in two hands, and many chats keep their order', async () => {
      const busy = new Set<string>();
      const collisions: string[] = [];
      const intake = openIntake(db(), async (tx, chatKey, incoming) => {
        if (busy.has(chatKey)) collisions.push(chatKey);
        busy.add(chatKey);
        await tx.findOneBy(Chat, { key: chatKey });
        await new Promise((resolve) => setImmediate(resolve));
        heard.push(`${chatKey} ${told(incoming)}`);
        busy.delete(chatKey);
      });
      const [chats, each] = [
        [1, 2, 3, 4, 5, 6, 7, 8],
        [1, 2, 3, 4, 5],
      ];
      for (const n of each)
        await Promise.all(chats.map((chat) => intake.receive(textUpdate(n * 100 + chat, chat, String(n)))));
      await intake.drain(8);
      expect(collisions).toEqual([]);
      for (const chat of chats) {
        const ofChat = heard
          .filter((line) => line.startsWith(`${keyOf(chat)} `))
          .map((line) => Number(line.split(' ')[1]));
        expect(ofChat).toEqual(each);
      }
    });
  });

  describe('a poison update', () => {
    const sickOf = (poison: string) =>
      openIntake(db(), async (tx, chatKey, incoming) => {
        heard.push(told(incoming));
        await tx.update(Chat, { key: chatKey }, { locale: 'en' });
        if (told(incoming) === poison) throw new RangeError(`cannot bear ${poison}`);
      });

    it('is tried four times, parked, and the chat goes on', async () => {
      const intake = sickOf('poison');
      await intake.receive(textUpdate(1, 5, 'poison'));
      await intake.receive(textUpdate(2, 5, 'next'));
      for (const wait of [0, second, 5 * second, 25 * second]) {
        expect(heard).not.toContain('next');
        intake.clock.pass(wait);
        await intake.drain(2);
      }
      await intake.drain(1);
      expect(heard).toEqual(['poison', 'poison', 'poison', 'poison', 'next', 'went-wrong']);
      expect((await intake.entries()).map(({ state }) => state)).toEqual(['parked', 'done', 'done']);
      const event = 'sys_crash:update-parked';
      expect(await db().dataSource.manager.countBy(AuditEntry, { event })).toBe(1);
    });

    it('is parked as well where its chat has no row any more', async () => {
      const intake = sickOf('poison');
      await intake.receive(textUpdate(1, 5, 'poison'));
      await db().dataSource.manager.delete(Chat, { key: keyOf(5) });
      for (const wait of [0, second, 5 * second, 25 * second]) {
        intake.clock.pass(wait);
        await intake.drain();
      }
      expect((await intake.entries()).map(({ state, tries }) => `${state} ${tries}`)).toEqual([
        'parked 4',
        'done 0',
      ]);
    });

    it('holds up nobody else', async () => {
      const intake = sickOf('poison');
      await intake.receive(textUpdate(1, 5, 'poison'));
      await intake.receive(textUpdate(2, 5, 'behind it'));
      await intake.receive(textUpdate(3, 6, 'beside it'));
      await intake.drain();
      expect(heard).toEqual(['poison', 'beside it']);
    });

    it('leaves nothing of its half-done work behind', async () => {
      const intake = sickOf('poison');
      await intake.receive(textUpdate(1, 5, 'poison'));
      await intake.drain();
      const chat = await db().dataSource.manager.findOneByOrFail(Chat, { key: keyOf(5) });
      expect(chat.locale).toBe('fa');
    });

    it('leaves its class and place, and not what was typed', async () => {
      const intake = sickOf('0010000011');
      await intake.receive(textUpdate(1, 5, '0010000011'));
      await intake.drain();
      const [entry] = await intake.entries();
      expect(entry?.fault).toMatch(/^RangeError/);
      expect(entry?.fault).not.toContain('0010000011');
    });
  });

  if (name === 'MariaDB') {
    it('a deadlock is no failure: both updates are handled in the end, and none is counted against them', async () => {
      let firstLocks = 0;
      let openGate: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (openGate = resolve));
      const intake = openIntake(db(), async (tx, chatKey) => {
        const [first, second] = chatKey === keyOf(5) ? [7, 8] : [8, 7];
        await tx.update(Chat, { key: keyOf(first) }, { locale: 'en' });
        if (++firstLocks === 2) openGate();
        await gate;
        await tx.update(Chat, { key: keyOf(second) }, { locale: 'en' });
        heard.push(chatKey);
      });
      for (const chat of [7, 8])
        await db().inTransaction((tx) => openChat({ tx, clock: intake.clock }, keyOf(chat)));
      for (const chat of [5, 6]) await intake.receive(textUpdate(chat, chat, 'hello'));
      await intake.drain(2);
      expect(firstLocks).toBeGreaterThan(2);
      expect(heard.sort()).toEqual([keyOf(5), keyOf(6)]);
      expect((await intake.entries()).map(({ state, tries }) => `${state} ${tries}`)).toEqual(
        Array(2).fill('done 0'),
      );
    });
  }

  describe('an event', () => {
    it('with the same key is told once, however long the key is', async () => {
      const intake = openIntake(db(), async (_tx, _key, incoming) => void heard.push(told(incoming)));
      const long = 'k'.repeat(200);
      for (const key of ['a', 'a', long, long]) await intake.tell(5, { kind: 'flood' }, key);
      await intake.drain();
      expect(heard).toEqual(['flood', 'flood']);
    });
  });
});

function told(incoming: Incoming): string {
  return incoming.kind === 'event' ? incoming.event.kind : (incoming.update.message?.text ?? '');
}
