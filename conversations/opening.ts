import type { SentCode, Ticket } from '../src/reset/outcomes.js';
import type { AccountAnswer, OfferedMobile, OwnerAnswer } from '../src/reset/ports.js';
import type { Pair } from '../src/reset/service.js';
import { answer, ask, notAnAnswer, notNow } from './ask.js';
import { close } from './endings.js';
import { askMobile } from './mobile.js';
import type { Talk } from './talk.js';

export interface Opening {
  sent: SentCode;
  /** The number that was given in this dialogue, if one was. */
  mobile: OfferedMobile | undefined;
}

/** From the pair to a code on its way; null when it came to another end, of which the member has been told. */
export async function sendCode(talk: Talk, pair: Pair, given?: OfferedMobile): Promise<Opening | null> {
  const found = await talk.once(({ services }) => services.reset.identify(pair, talk.asker));
  // What was typed has been taken out of the chat, so that nothing is left there to compare with the card.
  if (found.kind === 'no-match')
    return close(talk, found, { kind: 'insured-code-was', insuredCode: pair.insuredCode });
  if (found.kind === 'code-perhaps-sent' || found.kind === 'code-sent') return { sent: found, mobile: given };
  if (found.kind !== 'asking-portal') return close(talk, found);
  const account = await askPortal(talk, found.ticket);
  for (let mobile = given; ;) {
    const opened = await talk.once(({ services }) =>
      services.reset.open(found.ticket, account, talk.asker, mobile),
    );
    if (opened.kind === 'code-sent') return { sent: opened, mobile };
    if (opened.kind === 'asking-owner' && mobile) {
      mobile = { ...mobile, owner: await askRegister(talk, opened.inquiryId) };
      continue;
    }
    if (opened.kind !== 'mobile-needed' && opened.kind !== 'mobile-not-proven') return close(talk, opened);
    mobile = await askMobile(talk, opened.kind);
  }
}

/** The question is on its way to the portal; the answer comes as an event. */
const askPortal = (talk: Talk, ticket: Ticket): Promise<AccountAnswer> =>
  ask(talk, {
    asks: 'asking-portal',
    isWait: true,
    hint: 'asking-portal',
    hear: (came) => {
      if (came.kind === 'text' || came.kind === 'contact') return notNow('still-checking');
      if (came.kind !== 'event' || came.event.kind !== 'portal-account') return notAnAnswer;
      return came.event.ticketId === ticket.id ? answer(came.event.account) : notAnAnswer;
    },
  });

/** The question is on its way to the operators' register; the answer comes as an event. */
const askRegister = (talk: Talk, inquiryId: string): Promise<OwnerAnswer> =>
  ask(talk, {
    asks: 'asking-owner',
    isWait: true,
    hint: 'asking-owner',
    hear: (came) => {
      if (came.kind === 'text' || came.kind === 'contact') return notNow('still-asking-owner');
      if (came.kind !== 'event' || came.event.kind !== 'mobile-owner') return notAnAnswer;
      return came.event.inquiryId === inquiryId ? answer(came.event.owner) : notAnAnswer;
    },
  });
