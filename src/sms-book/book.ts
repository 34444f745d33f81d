import type { SmsPurpose } from '../../entities/sms-message.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Passage } from '../sms/gateway.js';
import { makeSmsBookStore } from './book-store.js';

/** What one message of a provider costs, by the provider's name; what is not in it has no price. */
export type SmsPrices = Readonly<Record<string, number | undefined>>;

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
}

export interface SmsBookParts {
  tx: Transaction;
  clock: Clock;
  prices: SmsPrices;
}

export function makeSmsBook({ tx, clock, prices }: SmsBookParts): SmsBook {
  const store = makeSmsBookStore(tx);
  return {
    enter: async ({ purpose, subject, passage }) => {
      const { through } = passage;
      const state = stateOf(passage);
      if (through === null || state === null) return;
      await store.insert({
        ...{ purpose, subject, provider: through, state, delivery: 'unknown' },
        providerId: ownId(passage),
        priceRials: state === 'refused' ? null : (prices[through] ?? null),
        ...{ sentAt: clock.now(), askedAt: null, nextAskAt: null },
      });
    },
  };
}

function stateOf(passage: Passage) {
  if (passage.kind === 'unavailable') return passage.maybeSent ? 'doubt' : null;
  return passage.kind;
}

/** The provider's own id, without the name that the gateway puts before it. */
const ownId = (passage: Passage): string | null =>
  passage.kind === 'accepted' ? (passage.id?.slice(passage.id.indexOf(':') + 1) ?? null) : null;
