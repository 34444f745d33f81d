import { parseCode } from '../src/identity/code.js';
import type { Message, Paragraph } from '../src/chat/reply.js';
import type { ResetEvent } from '../src/reset/events.js';
import type { SentCode } from '../src/reset/outcomes.js';
import { answer, invalid, notAnAnswer, notNow, type AnswerResult, type Question } from './ask.js';
import type { Input } from '../src/chat/input.js';
import { refusal } from './refusal.js';
import type { Talk } from './talk.js';

/** What may be pressed while the code is awaited. */
export type Offer = 'resend' | 'new-code' | 'other-number' | 'number-not-mine' | 'cancel';

/** What is said, the question among it where it is needed again, and the buttons below it. */
export interface CodeTurn {
  says: readonly (Message | Paragraph)[];
  offers: readonly Offer[];
}

export type NoSms = ResetEvent & { kind: 'sms-refused' | 'sms-undelivered' };

/** The SMS will not come, for this reason. */
export interface SmsFailed {
  kind: 'no-sms';
  says: NoSms;
}

export type Reply = { kind: 'code'; code: string } | SmsFailed | { kind: Exclude<Offer, 'cancel'> };

export const codeQuestion = (talk: Talk, sent: SentCode, { says, offers }: CodeTurn): Question<Reply> => ({
  asks: offers.includes('new-code') ? 'ask-new-code' : askCodeOf(talk),
  first: says,
  hint: 'code-hint',
  keyboard: talk.buttons(...offers),
  hear: (came) => {
    if (came.kind === 'text' && talk.setting.spoken.saysNoSms(came.text)) {
      const another = (['resend', 'new-code'] as const).find((offer) => offers.includes(offer));
      return another ? answer({ kind: another }) : notNow('no-sms-call-support');
    }
    if (came.kind === 'text') return typedCode(came.text, talk.setting.rules.codeDigits);
    if (came.kind === 'event') return hearOfSms(came, sent);
    const pressed = offers.find((offer) => offer === talk.pressed(came));
    return pressed && pressed !== 'cancel' ? answer({ kind: pressed }) : notAnAnswer;
  },
});

/** The bare question. */
export const askCodeOf = ({ setting }: Talk): Message => ({
  kind: 'ask-code',
  digits: setting.rules.codeDigits,
});

function typedCode(text: string, digits: number): AnswerResult<Reply> {
  const code = parseCode(text, digits);
  return code.ok ? answer({ kind: 'code', code: code.value }) : invalid(refusal(code));
}

/** What became of this code’s SMS; nothing else that happens outside is an answer. */
export function hearOfSms(
  { event: told }: Input & { kind: 'event' },
  sent: Pick<SentCode, 'challengeId'>,
): AnswerResult<SmsFailed> {
  const aboutSms = told.kind === 'sms-refused' || told.kind === 'sms-undelivered';
  return aboutSms && told.challengeId === sent.challengeId
    ? answer({ kind: 'no-sms', says: told })
    : notAnAnswer;
}
