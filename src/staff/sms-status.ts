import type { StaffMember } from '../people/people.js';
import type { Random } from '../random.js';

/** The providers of SMS, as staff ask about them. */
export interface SmsStatus {
  /** Their names, in the order in which they are tried. */
  readonly providers: readonly string[];
  /** Asks them how they stand; the answer to this asking comes to the chat as an event. */
  ask(actor: StaffMember): Promise<void>;
}

export interface SmsStatusParts {
  random: Random;
  smsProviders: readonly string[];
  /** `id`: of this asking, so that it is told once. */
  enqueueSmsStatus: (chatKey: string, id: string) => Promise<void>;
}

const idBytes = 8;

export const makeSmsStatus = ({ random, smsProviders, enqueueSmsStatus }: SmsStatusParts): SmsStatus => ({
  providers: smsProviders,
  ask: ({ chatKey }) => enqueueSmsStatus(chatKey, random.bytes(idBytes).toString('hex')),
});
