import { beforeEach, describe, expect, it } from 'vitest';
import { makeChatQueue, type ChatQueue } from '../../src/intake/chat-queue.js';

describe('of the chats that are known to wait', () => {
  let queue: ChatQueue;
  let taken: (string | null)[];
  beforeEach(() => {
    queue = makeChatQueue();
    taken = [];
  });

  const take = (): Promise<unknown> => queue.take().then((chatKey) => taken.push(chatKey));
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('each is taken once, in the order in which they came, by whoever waits or comes later', async () => {
    const waiting = take();
    for (const chatKey of ['a', 'b', 'b', 'c', 'd']) queue.add(chatKey);
    await waiting;
    await take();
    await take();
    expect(taken).toEqual(['a', 'b', 'c']);
    expect(queue.length()).toBe(1);
  });

  it('none is in two hands, and what comes meanwhile for one in hand is not forgotten', async () => {
    queue.add('a');
    await take();
    void take();
    queue.add('a');
    await settled();
    expect(taken).toEqual(['a']);
    queue.release('a', false);
    await settled();
    expect(taken).toEqual(['a', 'a']);
    queue.release('a', false);
    void take();
    await settled();
    expect(taken).toEqual(['a', 'a']);
  });

  it('one that is seen to wait stands like the others, unless it is in a hand already', async () => {
    queue.offer('a');
    await take();
    queue.offer('a');
    queue.release('a', false);
    expect(queue.length()).toBe(0);
  });

  it('one that has more stands behind the others', async () => {
    for (const chatKey of ['a', 'b']) queue.add(chatKey);
    await take();
    queue.release('a', true);
    await Promise.all([take(), take()]);
    expect(taken).toEqual(['a', 'b', 'a']);
  });

  it('none is handed to a worker that was sent home', async () => {
    const waits = [take(), take()];
    queue.dismiss();
    await Promise.all(waits);
    queue.add('a');
    expect(taken).toEqual([null, null]);
    expect(queue.length()).toBe(1);
  });
});
