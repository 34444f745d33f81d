import type { Scene } from '../scene.js';
import { waitsOf, type Waits } from '../waits.js';
import type { Phase } from './phases.js';

/** How long chats wait for the first words, at a trickle of messages and at a stream. */
export const words: Phase = {
  name: 'first words',
  async measure(scene) {
    const slow = await trickle(scene, 5, 100);
    const fast = await trickle(scene, 30, 360);
    return {
      words5Median: slow.median,
      words5Tail: slow.ninetyNine,
      words30Median: fast.median,
      words30Tail: fast.ninetyNine,
    };
  },
};

/** So many messages a second, of new chats, at the same moments for every subject. */
export async function trickle({ town }: Scene, perSecond: number, count: number): Promise<Waits> {
  await town.quiet();
  const firstChat = newChats(count);
  return waitsOf(await town.messenger.ask('trickle', { firstChat, count, perSecond, seed: perSecond }));
}

/** The first of so many chats whom nobody knows yet. */
export function newChats(count: number): number {
  const first = nextChat;
  nextChat += count;
  return first;
}

let nextChat = 10_000_000;
