import type { Clock } from '../../clock.js';
import type { Keyring } from '../../keys/keyring.js';
import { codeOf } from '../../reset/code.js';
import type { CodeOrder } from '../../reset/ports.js';
import type { SmsProvider, SmsResult } from '../../sms/port.js';
import type { Performed, Performer } from '../performer.js';
import type { Settle } from './settle.js';

export interface SmsCodeParts {
  sms: Pick<SmsProvider, 'sendCode'>;
  keyring: Keyring;
  clock: Clock;
  settle: Settle;
  codeDigits: number;
}

/** Sends one code, once: whatever may have gone out is left in doubt, since the member can ask for the same code again. */
export function makeSmsCodePerformer({
  sms,
  keyring,
  clock,
  settle,
  codeDigits,
}: SmsCodeParts): Performer<CodeOrder, 'sent' | 'refused'> {
  return {
    kind: 'sms-code',
    atOnce: 16,
    leaseMs: 30_000,
    tries: 3,
    afterCrash: 'doubt',
    async perform(order, { createdAt }) {
      const { challengeId, send, to, minutes, platform } = order;
      const diesAt = createdAt.getTime() + minutes * 60_000;
      if (clock.now().getTime() >= diesAt)
        return { kind: 'failed', fault: 'too late for this code', result: 'refused' };
      const code = codeOf(keyring, order, codeDigits);
      return performedOf(
        await sms.sendCode({ to, code, minutes, platform, reference: `${challengeId}-${send}` }),
      );
    },
    async settle(tx, { challengeId, send }, result) {
      if (result === 'refused') await settle(tx).sendRefused(challengeId, send);
    },
    givenUp: () => 'refused',
  };
}

function performedOf(result: SmsResult): Performed<'sent' | 'refused'> {
  switch (result.kind) {
    case 'accepted':
      return { kind: 'done', result: 'sent', ...(result.id ? { outsideId: result.id } : {}) };
    case 'refused':
      return { kind: 'failed', fault: result.fault, result: 'refused' };
    case 'unavailable':
      return { kind: result.maybeSent ? 'doubt' : 'later', fault: result.fault };
  }
}
