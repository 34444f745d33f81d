import type { Button } from '../src/chat/keyboards.js';
import type { Message } from '../src/chat/reply.js';
import type { Talk } from './talk.js';

/** What a member may do next, by how the dialogue ended. */
const nextSteps: Readonly<Record<string, readonly Button[]>> = {
  'no-match': ['reset'],
  'portal-away': ['reset'],
  'challenge-over': ['reset'],
  'send-too-soon': ['reset'],
  'code-wrong-last': ['reset'],
  'mobile-mismatch': ['reset'],
  'mobile-by-staff': ['reset'],
  'too-many-sends': ['reset'],
  'too-many-pairs': ['reset'],
  'too-many-members': ['reset'],
  'number-cooling': ['reset'],
  locked: ['reset'],
  'card-differs': ['reset'],
  'codes-need-card': ['reset'],
  'sms-budget-spent': ['reset'],
  'password-is-initial': ['sign-in'],
};

/**
 * Says the last word. The challenge, if there is one, has come to its own end. After the right code the last word is the
 * portal's: until then there is only a wait to be filled.
 */
export async function close(talk: Talk, outcome: { kind: string }, ...more: Message[]): Promise<null> {
  if (outcome.kind === 'code-right') await talk.fill(outcome);
  else await talk.say([{ lines: [outcome, ...more] }], nextSteps[outcome.kind]);
  return null;
}
