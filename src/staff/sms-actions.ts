import type { Keyring } from '../keys/keyring.js';
import type { ActionHandlers } from './action.js';

/** A test message that somebody of staff wants. */
export interface SmsTestWanted {
  /** Of this asking, so that it is told once. */
  id: string;
  /** `09…` */
  to: string;
  /** By this one only; null: as any message goes. */
  provider: string | null;
  /** Where the result is told. */
  chatKey: string;
}

export interface SmsActionParts {
  keyring: Keyring;
  /** Has it sent; what came of it is told in its chat. */
  enqueueSmsTest: (wanted: SmsTestWanted) => Promise<void>;
  /** A new name for an event that may happen again. */
  token: () => string;
}

/** A test message to oneself: it changes nothing, but it costs. */
export const makeSmsAction = ({
  keyring,
  enqueueSmsTest,
  token,
}: SmsActionParts): Pick<ActionHandlers, 'test-sms'> => ({
  'test-sms': {
    least: 'operator',
    twoPersons: false,
    snapshot: async () => 'nothing',
    carryOut: async ({ provider, sealed, chatKey }) => {
      const to = keyring.decrypt('mobile', sealed);
      await enqueueSmsTest({ id: token(), to, provider: provider === 'any' ? null : provider, chatKey });
      return true;
    },
  },
});
