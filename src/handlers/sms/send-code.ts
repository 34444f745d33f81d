import type { Clock } from '../../clock.js';
import type { Transaction } from '../../db/transaction.js';
import type { Keyring } from '../../keys/keyring.js';
import { codeOf } from '../../reset/code.js';
import type { CodeOrder } from '../../reset/ports.js';
import type { Passage, SmsGateway } from '../../sms/gateway.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import type { Performed, Performer } from '../../outbox/handler.js';
import type { Settle } from '../reset/reset-results.js';

export interface SmsCodeParts {
  sms: Pick<SmsGateway, 'sendCode'>;
  keyring: Keyring;
  clock: Clock;
  settle: Settle;
  book: (tx: Transaction) => SmsBook;
  codeDigits: number;
}

/** What the gateway said last; or nothing was given to it. */
type CodeSending = Passage | 'not given';

/** Sends one code, once: whatever may have gone out is left in doubt, since the member can ask for the same code again. */
export function makeSmsCodePerformer({
  sms,
  keyring,
  clock,
  settle,
  book,
  codeDigits,
}: SmsCodeParts): Performer<CodeOrder, CodeSending> {
  return {
    kind: 'sms-code',
    atOnce: 16,
    leaseMs: 30_000,
    tries: 3,
    afterCrash: 'doubt',
    async perform(order, { createdAt }) {
      const { challengeId, send, to, minutes, platform, without } = order;
      const diesAt = createdAt.getTime() + minutes * 60_000;
      if (clock.now().getTime() >= diesAt)
        return { kind: 'failed', fault: 'too late for this code', result: 'not given' };
      const code = codeOf(keyring, order, codeDigits);
      const message = { to, code, minutes, platform, reference: `${challengeId}-${send}` };
      return performedOf(await sms.sendCode(message, without === undefined ? {} : { without }));
    },
    async settle(tx, { challengeId, send }, sending) {
      if (sending !== 'not given')
        await book(tx).enter({ purpose: 'code', subject: challengeId, passage: sending });
      if (sending === 'not given' || sending.kind === 'refused')
        await settle(tx).sendRefused(challengeId, send);
    },
    givenUp: () => 'not given',
  };
}

function performedOf(passage: Passage): Performed<CodeSending> {
  switch (passage.kind) {
    case 'accepted':
      return { kind: 'done', result: passage, ...(passage.id ? { outsideId: passage.id } : {}) };
    case 'refused':
      return { kind: 'failed', fault: passage.fault, result: passage };
    case 'unavailable':
      return passage.maybeSent
        ? { kind: 'doubt', fault: passage.fault, result: passage }
        : { kind: 'later', fault: passage.fault };
  }
}
