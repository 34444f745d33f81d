import type { Transaction } from '../../db/transaction.js';
import type { NoticeOrder } from '../../reset/ports.js';
import type { Passage, SmsGateway } from '../../sms/gateway.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import type { JobOutcome, JobHandler } from '../../outbox/handler.js';

export interface SendNoticeParts {
  sms: Pick<SmsGateway, 'sendNotice'>;
  sent: (tx: Transaction) => SmsBook;
}

/** With the back-off a minute or two. What may have gone out is repeated no oftener: each may be one more message. */
const soonTries = 8;
/** After those, as long as it is certain that nobody has it: credit that ran out in the evening is bought in the morning. */
const laterMs = 15 * 60_000;
const laterTries = 96;

/** Tells a member of something by SMS. Better twice than not at all, and better a day late than never. */
export function makeSendNoticeHandler({ sms, sent }: SendNoticeParts): JobHandler<NoticeOrder, Passage> {
  return {
    kind: 'sms-notice',
    concurrency: 8,
    leaseMs: 30_000,
    tries: soonTries + laterTries,
    onWorkerDeath: 'retry',
    run: async ({ to, notice, subject }, { tries }) =>
      outcomeOf(await sms.sendNotice({ to, notice, reference: `${subject}-${notice}` }), tries),
    onResult: (tx, { subject }, passage) => sent(tx).enter({ purpose: 'notice', subject, passage }),
    onExhausted: () => null,
  };
}

function outcomeOf(passage: Passage, tries: number): JobOutcome<Passage> {
  if (passage.kind === 'accepted')
    return { kind: 'done', result: passage, ...(passage.id ? { outsideId: passage.id } : {}) };
  const { fault } = passage;
  if (passage.kind === 'refused' && passage.reason === 'recipient')
    return { kind: 'failed', fault, result: passage };
  if (tries < soonTries) return { kind: 'retry', fault };
  const maybeSent = passage.kind === 'unavailable' && passage.maybeSent;
  return maybeSent ? { kind: 'unknown', fault, result: passage } : { kind: 'retry', afterMs: laterMs, fault };
}
