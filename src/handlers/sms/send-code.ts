import type { Clock } from '../../clock.js';
import type { Transaction } from '../../db/transaction.js';
import type { Keyring } from '../../keys/keyring.js';
import { codeOf } from '../../reset/code.js';
import type { CodeOrder } from '../../reset/ports.js';
import type { SendResult, SmsGateway } from '../../sms/gateway.js';
import type { SentMessages } from '../../sent-messages/sent-messages.js';
import type { JobOutcome, JobHandler } from '../../outbox/handler.js';
import type { ResultsIn } from '../reset/reset-results.js';

export interface SendCodeParts {
  sms: Pick<SmsGateway, 'sendCode'>;
  keyring: Keyring;
  clock: Clock;
  results: ResultsIn;
  sent: (tx: Transaction) => SentMessages;
  codeDigits: number;
}

/** What the gateway said last; or nothing was given to it. */
type CodeSending = SendResult | 'not given';

/** Sends one code, once: whatever may have gone out is left in doubt, since the member can ask for the same code again. */
export function makeSendCodeHandler({
  sms,
  keyring,
  clock,
  results,
  sent,
  codeDigits,
}: SendCodeParts): JobHandler<CodeOrder, CodeSending> {
  return {
    kind: 'sms-code',
    concurrency: 16,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: 3,
    onWorkerDeath: 'quarantine',
    async run(order, { createdAt }) {
      const { challengeId, send, to, minutes, platform, without } = order;
      const diesAt = createdAt.getTime() + minutes * 60_000;
      if (clock.now().getTime() >= diesAt)
        return { kind: 'failed', fault: 'too late for this code', result: 'not given' };
      const code = codeOf(keyring, order, codeDigits);
      const message = { to, code, minutes, platform, reference: `${challengeId}-${send}` };
      return outcomeOf(await sms.sendCode(message, without === undefined ? {} : { without }));
    },
    async onResult(tx, { challengeId, send }, sending) {
      if (sending !== 'not given')
        await sent(tx).record({ purpose: 'code', subject: challengeId, result: sending });
      if (sending === 'not given' || sending.kind === 'refused')
        await results(tx).sendRefused(challengeId, send);
    },
    onExhausted: () => 'not given',
  };
}

function outcomeOf(result: SendResult): JobOutcome<CodeSending> {
  switch (result.kind) {
    case 'accepted':
      return { kind: 'done', result: result, ...(result.id ? { outsideId: result.id } : {}) };
    case 'refused':
      return { kind: 'failed', fault: result.fault, result: result };
    case 'unavailable':
      return result.maybeSent
        ? { kind: 'unknown', fault: result.fault, result: result }
        : { kind: 'retry', fault: result.fault };
  }
}
