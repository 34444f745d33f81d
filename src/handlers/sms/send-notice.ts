import type { Transaction } from '../../db/transaction.js';
import type { NoticeOrder } from '../../reset/ports.js';
import type { Passage, SmsGateway } from '../../sms/gateway.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import type { Performed, Performer } from '../../outbox/handler.js';

export interface SmsNoticeParts {
  sms: Pick<SmsGateway, 'sendNotice'>;
  book: (tx: Transaction) => SmsBook;
}

/** With the back-off a minute or two. What may have gone out is repeated no oftener: each may be one more message. */
const soonTries = 8;
/** After those, as long as it is certain that nobody has it: credit that ran out in the evening is bought in the morning. */
const laterMs = 15 * 60_000;
const laterTries = 96;

/** Tells a member of something by SMS. Better twice than not at all, and better a day late than never. */
export function makeSmsNoticePerformer({ sms, book }: SmsNoticeParts): Performer<NoticeOrder, Passage> {
  return {
    kind: 'sms-notice',
    atOnce: 8,
    leaseMs: 30_000,
    tries: soonTries + laterTries,
    afterCrash: 'repeat',
    perform: async ({ to, notice, subject }, { tries }) =>
      performedOf(await sms.sendNotice({ to, notice, reference: `${subject}-${notice}` }), tries),
    settle: (tx, { subject }, passage) => book(tx).enter({ purpose: 'notice', subject, passage }),
    givenUp: () => null,
  };
}

function performedOf(passage: Passage, tries: number): Performed<Passage> {
  if (passage.kind === 'accepted')
    return { kind: 'done', result: passage, ...(passage.id ? { outsideId: passage.id } : {}) };
  const { fault } = passage;
  if (passage.kind === 'refused' && passage.reason === 'recipient')
    return { kind: 'failed', fault, result: passage };
  if (tries < soonTries) return { kind: 'later', fault };
  const maybeSent = passage.kind === 'unavailable' && passage.maybeSent;
  return maybeSent ? { kind: 'doubt', fault, result: passage } : { kind: 'later', afterMs: laterMs, fault };
}
