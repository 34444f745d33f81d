import { readContact } from '../src/identity/contact.js';
import { maskMobile, parseMobile } from '../src/identity/mobile.js';
import type { OfferedMobile } from '../src/reset/ports.js';
import { amongWords } from './among-words.js';
import { answer, ask, invalid, notAnAnswer, type AnswerResult } from './ask.js';
import type { Input } from '../src/chat/input.js';
import { refusal } from './refusal.js';
import type { Talk } from './talk.js';

/** Why a mobile is asked for: none is on record, the last one was not proven, or somebody is guessing codes. */
export type MobileReason = 'mobile-needed' | 'mobile-not-proven' | 'card-needed';

/** Which phone is yours? Without a reason: they have pressed that it is another one. */
export async function askMobile(talk: Talk, reason: MobileReason | null): Promise<OfferedMobile> {
  const onlyOwnCard = talk.setting.rules.firstMobile === 'contact' || reason === 'card-needed';
  const asks = onlyOwnCard ? 'ask-mobile-card' : 'ask-mobile';
  const mobile = await ask(talk, {
    asks,
    first: reason === null ? [asks] : [reason, asks],
    hint: 'mobile-hint',
    keyboard: 'share-number',
    hear: (came) => {
      const heard = offered(came);
      const unproven = heard.kind === 'answer' && heard.answer.source !== 'contact';
      return onlyOwnCard && unproven ? invalid('mobile-not-proven') : heard;
    },
  });
  await talk.say({ kind: 'mobile-taken', mobile: maskMobile(mobile.number) }, 'removed');
  return mobile;
}

function offered(came: Input): AnswerResult<OfferedMobile> {
  if (came.kind === 'contact') {
    const card = readContact(came.card);
    return card.ok ? answer(card.value) : invalid(refusal(card));
  }
  if (came.kind !== 'text') return notAnAnswer;
  const mobile = amongWords(came.text, parseMobile);
  return mobile.ok ? answer({ number: mobile.value, source: 'typed' }) : invalid(refusal(mobile));
}
