import type { Keyring } from '../keys/keyring.js';
import type { Deeds } from './action.js';

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

export interface SmsDeedParts {
  keyring: Keyring;
  /** Has it sent; what came of it is told in its chat. */
  testSms: (wanted: SmsTestWanted) => Promise<void>;
  /** A new name for an event that may happen again. */
  token: () => string;
}

/** A test message to oneself: it changes nothing, but it costs. */
export const makeSmsDeed = ({ keyring, testSms, token }: SmsDeedParts): Pick<Deeds, 'test-sms'> => ({
  'test-sms': {
    ...{ least: 'operator', twoPersons: false },
    leaves: async () => 'nothing',
    carryOut: async ({ provider, sealed, chatKey }) => {
      const to = keyring.open('mobile', sealed);
      await testSms({ id: token(), to, provider: provider === 'any' ? null : provider, chatKey });
      return true;
    },
  },
});
