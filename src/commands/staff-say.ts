import type { Message } from '../chat/reply.js';
import type { WantedAction } from '../staff/action.js';
import type { Proposed } from '../staff/actions.js';
import type { StaffContext } from './staff-command.js';

/** Asks whether they are sure, under a button that works once. */
export async function propose({ scope, actor, staff }: StaffContext, wanted: WantedAction): Promise<void> {
  const { replies } = scope;
  const proposed: Proposed = await staff.actions.propose(actor, wanted);
  if (proposed.kind !== 'question') return replies.say(proposed);
  const { token, action, twoPersons } = proposed;
  const messages: Message[] = [{ ...action, kind: `ask-${action.kind}` }];
  return replies.say(
    [...messages, twoPersons ? 'ask-needs-two' : 'ask-are-you-sure'],
    [[`staff-yes:${token}`, `staff-no:${token}`]],
  );
}

/** An insured code that nobody has, for an example. */
const someCode = '310024';

/** How a command is to be typed. */
export const showUsage = ({ scope, command }: StaffContext, usage: string): Promise<void> =>
  scope.replies.say({ kind: 'usage', how: { kind: usage, example: `/${command ?? 'member'} ${someCode}` } });
