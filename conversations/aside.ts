import type { Message } from '../src/chat/reply.js';
import type { Question } from './ask.js';
import type { Input } from '../src/chat/input.js';
import type { Talk } from './talk.js';

/** Deals with what is no answer to the open question, and leaves the question open. */
export async function interruption(talk: Talk, came: Input, question: Question<unknown>): Promise<void> {
  const again = (...messages: readonly Message[]) =>
    talk.say([...messages, question.asks], question.keyboard);
  switch (came.kind) {
    case 'event':
      return;
    case 'command':
      return command(talk, came.name, again);
    case 'press':
      return press(talk, came, again);
    case 'text':
    case 'contact':
      return again(courtesyIn(talk, came) ?? 'came-unexpected');
    case 'edited':
      return again('came-edited');
    case 'other':
      return again(`came-${came.what}`);
  }
}

/** What is said to a greeting or to thanks, which are no try at an answer; null to anything else. */
export function courtesyIn({ setting: { spoken } }: Talk, came: Input): Message | null {
  if (came.kind !== 'text') return null;
  if (spoken.thanks(came.text)) return 'thanked';
  return spoken.greets(came.text) ? 'greeted' : null;
}

type Again = (...messages: readonly Message[]) => Promise<void>;

async function command(talk: Talk, name: string, again: Again): Promise<void> {
  const detour = talk.setting.interruptions.get(name);
  if (name === 'cancel') return talk.end('dialogue-cancelled');
  if (name === 'start' || name === 'reset') return goOnOrBeginAgain(talk);
  if (!detour) return again('unknown-command');
  await talk.once(detour);
  await again();
}

async function press(talk: Talk, came: Input & { kind: 'press' }, again: Again): Promise<void> {
  const { action, token } = came;
  const own = talk.pressed(came);
  if (own === 'cancel') return talk.end('dialogue-cancelled');
  if (own === 'go-on') return again();
  if (own === 'begin-again') return talk.beginAgain();
  const menu = token === '' && (action === 'reset' || talk.setting.interruptions.has(action));
  return menu ? command(talk, action, again) : again('old-button');
}

const goOnOrBeginAgain = (talk: Talk): Promise<void> =>
  talk.say('go-on-or-begin-again', talk.buttons('go-on', 'begin-again'));
