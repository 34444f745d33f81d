import type { Resident } from '../town/people.js';
import type { Town } from '../town/town.js';
import type { Visitor } from './visitor.js';

/** Minutes after which the member tries again, one after the other: as somebody who does not give up. */
const tries = [0, 1, 2, 3, 5, 10, 30, 60, 120, 360, 720, 1_440, 2_880];

/** Minutes until the member gets back in, in this chat; Infinity: not within two days. */
export async function heldUp(town: Town, chat: Visitor, member: Resident): Promise<number> {
  let gone = 0;
  for (const minutes of tries) {
    if (minutes > gone) await town.pass((minutes - gone) * 60_000);
    gone = minutes;
    const heard = await chat.tries(member);
    if (heard === 'reset-done') return minutes;
    if (heard === 'code-wrong') await chat.cancels();
  }
  return Infinity;
}
