import type { Keyboard } from '../src/chat/keyboards.js';
import type { Talk } from './talk.js';

/** What a member may do next, by how the dialogue ended. */
const nextSteps: Readonly<Record<string, Keyboard>> = {
  'no-match': ['reset'],
  'portal-away': ['reset'],
  'challenge-over': ['reset'],
  'send-too-soon': ['reset'],
  'mobile-mismatch': ['reset'],
  'password-is-initial': ['sign-in'],
};

/** Says the last word. The challenge, if there is one, has come to its own end. */
export async function close(talk: Talk, outcome: { kind: string }): Promise<null> {
  await talk.say(outcome, nextSteps[outcome.kind]);
  return null;
}
