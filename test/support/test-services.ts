import { servicesIn, type Services, type ServiceSettings } from '../../src/app/services.js';
import type { Clock } from '../../src/clock.js';
import type { Transaction } from '../../src/db/transaction.js';
import { minute } from '../../src/durations.js';
import type { Keyring } from '../../src/keys/keyring.js';
import { usualSecondAfterMs } from '../../src/people/second-persons.js';
import type { OnOutcome } from '../../src/reset/ports.js';
import { systemRandom } from '../../src/random.js';
import { defaultPolicy, type Policy } from '../../src/reset/policy.js';

export interface TestServicesParts {
  keyring: Keyring;
  clock: Clock;
  policy?: Policy;
  dialogueVersion?: string;
  onOutcome?: OnOutcome;
}

const settings: Omit<ServiceSettings, 'policy'> = {
  sms: [
    { name: 'kavenegar', priceRials: null },
    { name: 'smsir', priceRials: null },
  ] as unknown as ServiceSettings['sms'],
  insuredCodePattern: /^\d{4,12}$/,
  facts: {
    brand: 'بیمه نوین',
    supportContact: '021-88880000',
    loginUrl: null,
    keptDays: 400,
    coolOffHours: 24,
  },
  warnAt: { creditRials: 0, creditMessages: 0, wrongPairsPerHour: 60 },
  secondPersonAfterMs: usualSecondAfterMs,
  morningDigest: true,
  dialogue: { idleMs: 10 * minute, wholeMs: 15 * minute },
};

/** The product's own services in one transaction of a test; what they enqueue stays in its rows. */
export const testServices = (
  tx: Transaction,
  { keyring, clock, policy = defaultPolicy, dialogueVersion = 'one', onOutcome }: TestServicesParts,
): Services =>
  servicesIn(
    {
      config: { ...settings, policy },
      ...{ keyring, clock, random: systemRandom, dialogueVersion, onOutcome },
    },
    tx,
  );
