import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock.js';
import { makeRateLimiter } from '../../../src/outbox/rate-limiter.js';
import { onCleanDatabases } from '../../support/clean-database.js';
import { handClock, second } from '../../support/hand-clock.js';
import { done, openOutbox, handler, type Deed } from '../../outbox/harness.js';
import { untilPasses } from '../../support/eventually.js';

/** To so many chats, so many words each. */
const wordsTo = (chats: string[], each: number) =>
  chats.flatMap((lane) =>
    Array.from({ length: each }, (_, n) => ({ kind: 'word', lane, payload: `${lane}:${n + 1}` })),
  );
const chats = (count: number) => Array.from({ length: count }, (_, n) => `chat-${n}`);

onCleanDatabases('the outbox at a pace', (db) => {
  let outbox: ReturnType<typeof openOutbox>;
  let told: { word: string; at: number }[];
  beforeEach(() => {
    [outbox, told] = [openOutbox(db()), []];
  });
  afterEach(() => outbox.close());

  const look = handler(async () => done, { kind: 'look' });
  const open = (perSecond: number, perChatAndMinute: number, says: Deed = async () => done) => {
    const limiter = makeRateLimiter({ perSecond, perChatAndMinute }, outbox.clock);
    const deed: Deed = async (word, entry) => {
      told.push({ word, at: outbox.clock.now().getTime() });
      return says(word, entry);
    };
    return { ...handler(deed, { limiter, concurrency: 50 }).made, limiter };
  };
  const looks = async () => (await outbox.entries()).filter(({ kind }) => kind === 'look');
  /** Until the worker has looked twice and begun nothing more; what is leased may stand until its time comes. */
  const still = async (): Promise<void> => {
    for (let before = -1; before !== told.length;) {
      before = told.length;
      await outbox.write({ kind: 'look', payload: '' });
      await untilPasses(async () => expect((await looks()).at(-1)?.state).toBe('done'));
    }
  };
  const after = async (ms: number): Promise<void> => {
    outbox.clock.pass(ms);
    outbox.wakeUp.notify();
    await still();
  };
  const toldTo = (lane: string) => told.flatMap(({ word }) => (word.startsWith(`${lane}:`) ? [word] : []));

  it('begins so many in a second, and the rest in the seconds to come', async () => {
    await outbox.write(...wordsTo(chats(7), 1));
    outbox.work([open(3, 60), look.made]);
    await still();
    expect(told).toHaveLength(3);
    await after(second - 1);
    expect(told).toHaveLength(3);
    await after(1);
    expect(told).toHaveLength(6);
    await after(second);
    expect(told).toHaveLength(7);
  });

  it('goes on by itself when its second is over', async () => {
    outbox = openOutbox(db(), { ...handClock(), ...systemClock });
    await outbox.write(...wordsTo(chats(5), 1));
    outbox.work([open(2, 60)]);
    await untilPasses(() => expect(told).toHaveLength(5));
  });

  it('lets a chat have a burst, then its own rate, in order, while all others go on', async () => {
    await outbox.write(...wordsTo(['loud'], 14), ...wordsTo(chats(5), 1));
    outbox.work([open(1_000, 60), look.made]);
    await still();
    expect(told).toHaveLength(15);
    await after(second);
    expect(toldTo('loud')).toHaveLength(11);
    for (let seconds = 0; seconds < 3; seconds += 1) await after(second);
    expect(toldTo('loud')).toEqual(wordsTo(['loud'], 14).map(({ payload }) => payload));
  });

  it('takes turns: a chat with a hundred words holds nobody up', async () => {
    await outbox.write(...wordsTo(['loud'], 100), ...wordsTo(chats(9), 3));
    outbox.work([open(5, 6_000), look.made]);
    for (let seconds = 0; seconds < 6; seconds += 1) await after(second);
    expect(told.length).toBeGreaterThanOrEqual(30);
    const turns = ['loud', ...chats(9)].map((lane) => toldTo(lane).length);
    expect(turns.slice(1)).toEqual(Array<number>(9).fill(3));
    expect(turns[0]).toBeLessThanOrEqual(10);
  });

  it('puts those first who have had least, and whoever is in the middle of something before everybody', async () => {
    outbox.work([open(10, 600), look.made]);
    await still();
    const noisy = chats(40);
    for (let times = 0; times < 3; times += 1) await outbox.handOver(...wordsTo(noisy, 2));
    for (let seconds = 0; seconds < 6; seconds += 1) await after(second);
    told.length = 0;
    await outbox.handOver(...wordsTo(['new'], 3));
    for (let seconds = 0; seconds < 2; seconds += 1) await after(second);
    expect(toldTo('new')).toEqual(['new:1', 'new:2']);
    await outbox.handOver({ kind: 'look', payload: '', favours: 'busy' });
    for (let times = 0; times < 4; times += 1) {
      await outbox.handOver(...wordsTo(['busy'], 3));
      await after(second);
      expect(toldTo('busy')).toHaveLength(3 * (times + 1));
    }
  });

  it('keeps quiet in a chat for as long as its messenger asks, with all others for seconds, and nowhere else', async () => {
    let hurried = true;
    const { limiter, ...slow } = open(5, 60, async () => {
      if (!hurried) {
        limiter.served();
        return done;
      }
      hurried = false;
      limiter.throttle('chat-0', 30 * second);
      return { kind: 'retry', afterMs: 30 * second, fault: 'too many' };
    });
    const other = handler(async () => done, { kind: 'elsewhere' });
    await outbox.write(...wordsTo(['chat-0'], 2));
    outbox.work([{ ...slow, limiter }, other.made, look.made]);
    await still();
    await outbox.write(...wordsTo(chats(3), 1), { kind: 'elsewhere', payload: 'x' });
    await after(3 * second - 1);
    expect(told).toHaveLength(1);
    expect(other.settled).toEqual(['x: done']);
    await after(1);
    expect([toldTo('chat-1'), toldTo('chat-2')]).toEqual([['chat-1:1'], ['chat-2:1']]);
    await after(27 * second);
    expect(told).toHaveLength(6);
    expect(toldTo('chat-0')).toEqual(['chat-0:1', 'chat-0:1', 'chat-0:2', 'chat-0:1']);
  });
});
