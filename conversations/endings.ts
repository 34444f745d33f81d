import { column, resetButton, signInButton, type Button, type Keyboard } from '../src/bot/keyboards.js';
import type { Talk } from './talk.js';

/** What a member may do next, by how the dialogue ended. */
const nextSteps: Readonly<Record<string, readonly Button[]>> = {
  'no-match': [resetButton],
  'portal-away': [resetButton],
  'challenge-over': [resetButton],
  'password-is-initial': [signInButton],
};

/** Says the last word. The challenge, if there is one, has come to its own end. */
export async function close(talk: Talk, outcome: { kind: string }): Promise<null> {
  await talk.say(outcome, keyboardAfter(outcome.kind));
  return null;
}

function keyboardAfter(kind: string): Keyboard | undefined {
  const buttons = nextSteps[kind];
  return buttons && column(...buttons);
}
