import type { Saying } from '../chat/reply.js';
import type { Act } from '../staff/action.js';
import type { Proposed } from '../staff/actions.js';
import type { Shift } from './staff-command.js';

/** Asks whether they are sure, under a button that works once. */
export async function propose({ house, by, staff }: Shift, act: Act): Promise<void> {
  const { voice } = house;
  const proposed: Proposed = await staff.acts.propose(by, act);
  if (proposed.kind !== 'question') return voice.say(proposed);
  const { token, twoPersons } = proposed;
  const sayings: Saying[] = [{ ...act, kind: `ask-${act.kind}` }];
  return voice.say(
    [...sayings, twoPersons ? 'ask-needs-two' : 'ask-are-you-sure'],
    [[`staff-yes:${token}`, `staff-no:${token}`]],
  );
}

/** How a command is to be typed. */
export const showUsage = ({ house }: Shift, usage: string): Promise<void> =>
  house.voice.say({ kind: 'usage', how: { kind: usage } });
