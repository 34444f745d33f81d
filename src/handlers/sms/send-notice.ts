import type { Transaction } from '../../db/transaction.js';
import type { NoticeOrder } from '../../reset/ports.js';
import type { SendResult, SmsGateway } from '../../sms/gateway.js';
import type { SentMessages } from '../../sent-messages/sent-messages.js';
import type { JobOutcome, JobHandler } from '../../outbox/handler.js';

export interface SendNoticeParts {
  sms: Pick<SmsGateway, 'sendNotice'>;
  sent: (tx: Transaction) => SentMessages;
}

/** With the back-off a minute or two. What may have gone out is repeated no oftener: each may be one more message. */
const soonTries = 8;
/** After those, as long as it is certain that nobody has it: credit that ran out in the evening is bought in the morning. */
const laterMs = 15 * 60_000;
const laterTries = 96;

/** Tells a member of something by SMS. Better twice than not at all, and better a day late than never. */
export function makeSendNoticeHandler({ sms, sent }: SendNoticeParts): JobHandler<NoticeOrder, SendResult> {
  return {
    kind: 'sms-notice',
    concurrency: 8,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: soonTries + laterTries,
    onWorkerDeath: 'retry',
    run: async ({ to, notice, subject }, { tries }) =>
      outcomeOf(await sms.sendNotice({ to, notice, reference: `${subject}-${notice}` }), tries),
    onResult: (tx, { subject }, result) => sent(tx).record({ purpose: 'notice', subject, result }),
    onExhausted: () => null,
  };
}

function outcomeOf(result: SendResult, tries: number): JobOutcome<SendResult> {
  if (result.kind === 'accepted')
    return { kind: 'done', result: result, ...(result.id ? { outsideId: result.id } : {}) };
  const { fault } = result;
  if (result.kind === 'refused' && result.reason === 'recipient')
    return { kind: 'failed', fault, result: result };
  if (tries < soonTries) return { kind: 'retry', fault };
  const maybeSent = result.kind === 'unavailable' && result.maybeSent;
  return maybeSent ? { kind: 'unknown', fault, result: result } : { kind: 'retry', afterMs: laterMs, fault };
}
