import type { Transaction } from '../../db/transaction.js';
import type { NoticeOrder } from '../../reset/ports.js';
import type { Passage, SmsGateway } from '../../sms/gateway.js';
import type { SmsBook } from '../../sms-book/book.js';
import type { Performed, Performer } from '../performer.js';

export interface SmsNoticeParts {
  sms: Pick<SmsGateway, 'sendNotice'>;
  book: (tx: Transaction) => SmsBook;
}

/** Tells a member of something by SMS. Better twice than not at all. */
export function makeSmsNoticePerformer({ sms, book }: SmsNoticeParts): Performer<NoticeOrder, Passage> {
  return {
    kind: 'sms-notice',
    atOnce: 8,
    leaseMs: 30_000,
    tries: 8,
    afterCrash: 'repeat',
    perform: async ({ to, notice, subject }) =>
      performedOf(await sms.sendNotice({ to, notice, reference: `${subject}-${notice}` })),
    settle: (tx, { subject }, passage) => book(tx).enter({ purpose: 'notice', subject, passage }),
    givenUp: () => null,
  };
}

function performedOf(passage: Passage): Performed<Passage> {
  switch (passage.kind) {
    case 'accepted':
      return { kind: 'done', result: passage, ...(passage.id ? { outsideId: passage.id } : {}) };
    case 'refused':
      return passage.reason === 'recipient'
        ? { kind: 'failed', fault: passage.fault, result: passage }
        : { kind: 'later', fault: passage.fault };
    case 'unavailable':
      return { kind: 'later', fault: passage.fault };
  }
}
