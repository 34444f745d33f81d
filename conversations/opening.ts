import type { IdentifyResult, OpenResult, SentCode, Ticket } from '../src/reset/outcomes.js';
import type { AccountAnswer, OfferedMobile, OwnerAnswer } from '../src/reset/ports.js';
import type { Pair } from '../src/reset/service.js';
import { answer, ask, notAnAnswer, notNow } from './ask.js';
import { close } from './endings.js';
import { askMobile, type MobileReason } from './mobile.js';
import type { Talk } from './talk.js';

export interface Opening {
  sent: SentCode;
  /** The number that was given in this dialogue, if one was. */
  mobile: OfferedMobile | undefined;
}

/** From the pair to a code on its way; null when it came to another end, of which the member has been told. */
export async function sendCode(talk: Talk, pair: Pair, given?: OfferedMobile): Promise<Opening | null> {
  const { found, card } = await identified(talk, pair, given);
  // What was typed has been taken out of the chat, so that nothing is left there to compare with the card.
  if (found.kind === 'no-match')
    return close(talk, found, { kind: 'insured-code-was', insuredCode: pair.insuredCode });
  if (found.kind === 'code-perhaps-sent' || found.kind === 'code-sent') return { sent: found, mobile: card };
  if (found.kind !== 'asking-portal') return close(talk, found);
  const account = await askPortal(talk, found.ticket);
  for (let mobile = card; ;) {
    const opened = await talk.once(({ services }) =>
      services.reset.open(found.ticket, account, talk.asker, mobile),
    );
    if (opened.kind === 'code-sent') return { sent: opened, mobile };
    if (opened.kind === 'asking-owner' && mobile) {
      mobile = { ...mobile, owner: await askRegister(talk, opened.inquiryId) };
      continue;
    }
    if (!asksForMobile(opened)) return close(talk, opened);
    mobile = await askMobile(talk, opened.kind);
  }
}

type Identified = Exclude<IdentifyResult, { kind: 'card-needed' }>;

/** While somebody is guessing codes, a chat may have to show its own contact card first. */
async function identified(
  talk: Talk,
  pair: Pair,
  given: OfferedMobile | undefined,
): Promise<{ found: Identified; card: OfferedMobile | undefined }> {
  for (let card = given; ;) {
    const found = await talk.once(({ services }) => services.reset.identify(pair, talk.asker, card));
    if (found.kind !== 'card-needed') return { found, card };
    card = await askMobile(talk, found.kind);
  }
}

type AsksForMobile = Extract<OpenResult, { kind: MobileReason }>;

const asksForMobile = (opened: OpenResult): opened is AsksForMobile =>
  opened.kind === 'mobile-needed' || opened.kind === 'mobile-not-proven' || opened.kind === 'card-needed';

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
