import type { SmsDelivery, SmsMessage, SmsPurpose } from '../../entities/sms-message.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { SendResult } from '../sms/gateway.js';
import { makeSentMessageStore, type SmsCount } from './store.js';
import { firstDeliveryAsk, isEnd, nextDeliveryAsk } from './follow-up.js';

/** What we know of a provider beforehand. */
export interface SmsTerms {
  /** What one message costs; null: not said. */
  priceRials: number | null;
  /** Can be asked what became of a message; a provider that cannot reports by itself. */
  asksDelivery: boolean;
}

/** A message that has been given to the providers. */
export interface GivenSms {
  purpose: SmsPurpose;
  /** What it is about. */
  subject: string;
  result: SendResult;
}

/** The record of sent text messages: a row for each that a provider has answered for. Works inside one transaction. */
export interface SentMessages {
  /** Writes its line; none when no provider was asked, or when it certainly did not reach one. */
  record(given: GivenSms): Promise<void>;
  /** Takes up those whose provider is to be asked now, the oldest question first. */
  takeDue(): Promise<SmsMessage[]>;
  /** What its provider says of it; the message when this is its end, and null when the end is not new or not yet come. */
  recordDelivery(id: number, delivery: SmsDelivery): Promise<SmsMessage | null>;
  /** By the provider's own id. */
  find(provider: string, providerId: string): Promise<SmsMessage | null>;
  /** Is there no later message of the same purpose about the same thing? */
  isLast(message: SmsMessage): Promise<boolean>;
  /** How many went out since, and before `until`, by provider, purpose, state and what became of them. */
  counts(since: Date, until?: Date): Promise<SmsCount[]>;
}

export interface SentMessagesParts {
  tx: Transaction;
  clock: Clock;
  /** By the provider's name. */
  terms: Readonly<Record<string, SmsTerms | undefined>>;
}

/** So many questions go out in one transaction; the rest are due the next time. */
const batch = 100;

export function makeSentMessages({ tx, clock, terms }: SentMessagesParts): SentMessages {
  const store = makeSentMessageStore(tx);
  return {
    record: async ({ purpose, subject, result }) => {
      const { through } = result;
      const state = stateOf(result);
      if (through === null || state === null) return;
      const [sentAt, providerId] = [clock.now(), ownId(result)];
      const { priceRials = null, asksDelivery = false } = terms[through] ?? {};
      await store.insert({
        purpose,
        subject,
        provider: through,
        providerId,
        state,
        delivery: 'unknown',
        priceRials: state === 'refused' ? null : priceRials,
        sentAt,
        askedAt: null,
        nextAskAt: asksDelivery && providerId !== null ? firstDeliveryAsk(sentAt) : null,
      });
    },

    takeDue: async () => {
      const taken: SmsMessage[] = [];
      for (const message of await store.due(clock.now(), batch)) {
        if (await store.takeDueOne(message.id, clock.now())) taken.push(message);
      }
      return taken;
    },

    recordDelivery: async (id, delivery) => {
      const message = await store.byId(id);
      if (!message) return null;
      const [now, ended] = [clock.now(), isEnd(delivery)];
      const askAgain = message.askedAt !== null && !ended;
      const nextAskAt = askAgain ? nextDeliveryAsk(message.sentAt, now) : null;
      const told = await store.recordDelivery(
        id,
        delivery === 'unknown' ? message.delivery : delivery,
        nextAskAt,
      );
      return told && ended ? message : null;
    },

    find: (provider, providerId) => store.byProviderId(provider, providerId),
    isLast: async (message) => !(await store.hasLater(message)),
    counts: (since, until) => store.counts(since, until),
  };
}

function stateOf(result: SendResult) {
  if (result.kind === 'unavailable') return result.maybeSent ? 'doubt' : null;
  return result.kind;
}

/** The provider's own id, without the name that the gateway puts before it. */
const ownId = (result: SendResult): string | null =>
  result.kind === 'accepted' ? (result.id?.slice(result.id.indexOf(':') + 1) ?? null) : null;
