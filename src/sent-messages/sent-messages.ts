import type { SmsDelivery, SmsMessage, SmsPurpose } from '../../entities/sms-message.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Passage } from '../sms/gateway.js';
import { makeSmsBookStore, type Tally } from './store.js';
import { firstAsk, isEnd, nextAsk } from './follow-up.js';

/** What we know of a provider beforehand. */
export interface SmsTerms {
  /** What one message costs; null: not said. */
  priceRials: number | null;
  /** Can be asked what became of a message; a provider that cannot reports by itself. */
  askable: boolean;
}

/** A message that has been given to the providers. */
export interface GivenSms {
  purpose: SmsPurpose;
  /** What it is about. */
  subject: string;
  passage: Passage;
}

/** The book of text messages: a line for each that a provider has answered for. Works inside one transaction. */
export interface SmsBook {
  /** Writes its line; none when no provider was asked, or when it certainly did not reach one. */
  enter(given: GivenSms): Promise<void>;
  /** Takes those in hand whose provider is to be asked now, the oldest question first. */
  takeDue(): Promise<SmsMessage[]>;
  /** What its provider says of it; the message when this is its end, and null when the end is not new or not yet come. */
  heard(id: number, delivery: SmsDelivery): Promise<SmsMessage | null>;
  /** By the provider's own id. */
  find(provider: string, providerId: string): Promise<SmsMessage | null>;
  /** Is there no later message of the same purpose about the same thing? */
  isLast(message: SmsMessage): Promise<boolean>;
  /** How many went out since, and before `until`, by provider, purpose, state and what became of them. */
  tally(since: Date, until?: Date): Promise<Tally[]>;
}

export interface SmsBookParts {
  tx: Transaction;
  clock: Clock;
  /** By the provider's name. */
  terms: Readonly<Record<string, SmsTerms | undefined>>;
}

/** So many questions go out in one transaction; the rest are due the next time. */
const batch = 100;

export function makeSmsBook({ tx, clock, terms }: SmsBookParts): SmsBook {
  const store = makeSmsBookStore(tx);
  return {
    enter: async ({ purpose, subject, passage }) => {
      const { through } = passage;
      const state = stateOf(passage);
      if (through === null || state === null) return;
      const [sentAt, providerId] = [clock.now(), ownId(passage)];
      const { priceRials = null, askable = false } = terms[through] ?? {};
      await store.insert({
        ...{ purpose, subject, provider: through, providerId, state, delivery: 'unknown' },
        priceRials: state === 'refused' ? null : priceRials,
        ...{ sentAt, askedAt: null, nextAskAt: askable && providerId !== null ? firstAsk(sentAt) : null },
      });
    },

    takeDue: async () => {
      const taken: SmsMessage[] = [];
      for (const message of await store.due(clock.now(), batch)) {
        if (await store.takeInHand(message.id, clock.now())) taken.push(message);
      }
      return taken;
    },

    heard: async (id, delivery) => {
      const message = await store.byId(id);
      if (!message) return null;
      const [now, ended] = [clock.now(), isEnd(delivery)];
      const askAgain = message.askedAt !== null && !ended;
      const nextAskAt = askAgain ? nextAsk(message.sentAt, now) : null;
      const told = await store.tell(id, delivery === 'unknown' ? message.delivery : delivery, nextAskAt);
      return told && ended ? message : null;
    },

    find: (provider, providerId) => store.byProviderId(provider, providerId),
    isLast: async (message) => !(await store.hasLater(message)),
    tally: (since, until) => store.tally(since, until),
  };
}

function stateOf(passage: Passage) {
  if (passage.kind === 'unavailable') return passage.maybeSent ? 'doubt' : null;
  return passage.kind;
}

/** The provider's own id, without the name that the gateway puts before it. */
const ownId = (passage: Passage): string | null =>
  passage.kind === 'accepted' ? (passage.id?.slice(passage.id.indexOf(':') + 1) ?? null) : null;
