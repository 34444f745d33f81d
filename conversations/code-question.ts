import { parseCode } from '../src/identity/code.js';
import type { Saying } from '../src/chat/reply.js';
import type { CodeSent } from '../src/reset/outcomes.js';
import { answer, miss, notMine, type Heard, type Question } from './ask.js';
import type { Came } from '../src/chat/input.js';
import { refusal } from './refusal.js';
import type { Talk } from './talk.js';

/** What may be pressed while the code is awaited. */
export type Offer = 'resend' | 'new-code' | 'other-number' | 'number-not-mine' | 'cancel';

/** What is said before the question, and the buttons below it. */
export interface Turn {
  says: readonly Saying[];
  offers: readonly Offer[];
}

export type Reply =
  | { kind: 'code'; code: string }
  /** The SMS will not come, for this reason. */
  | { kind: 'no-sms'; says: Saying }
  | { kind: Exclude<Offer, 'cancel'> };

export const codeQuestion = (talk: Talk, sent: CodeSent, { says, offers }: Turn): Question<Reply> => ({
  opening: says,
  asks: offers.includes('new-code')
    ? 'ask-new-code'
    : { kind: 'ask-code', digits: talk.setting.rules.codeDigits },
  hint: 'code-hint',
  keyboard: talk.buttons(...offers),
  hear: (came) => {
    if (came.kind === 'text') return typedCode(came.text, talk.setting.rules.codeDigits);
    if (came.kind === 'event') return event(came, sent);
    const pressed = offers.find((offer) => offer === talk.pressed(came));
    return pressed && pressed !== 'cancel' ? answer({ kind: pressed }) : notMine;
  },
});

function typedCode(text: string, digits: number): Heard<Reply> {
  const code = parseCode(text, digits);
  return code.ok ? answer({ kind: 'code', code: code.value }) : miss(refusal(code));
}

function event({ event: told }: Came & { kind: 'event' }, sent: CodeSent): Heard<Reply> {
  const aboutSms = told.kind === 'sms-refused' || told.kind === 'sms-undelivered';
  return aboutSms && told.challengeId === sent.challengeId ? answer({ kind: 'no-sms', says: told }) : notMine;
}
