import type { InTransaction, Transaction } from '../../db/transaction.js';
import type { DeliveryReport } from '../../sms/vendors/kannel-delivery.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import type { Performer } from '../../outbox/handler.js';
import type { TellDelivery } from './record-delivery.js';

/** A report as it came in, and from which provider. */
export interface ReportOrder extends DeliveryReport {
  provider: string;
}

export interface SmsReportParts {
  inTransaction: InTransaction;
  book: (tx: Transaction) => SmsBook;
  tell: TellDelivery;
}

/** A minute of looking: the report of a quick operator may be here before the line of its message is. */
const tries = 6;

/** Brings what a provider reports by itself to the book. What is not in the book is of no use to anybody. */
export function makeSmsReportPerformer({
  inTransaction,
  book,
  tell,
}: SmsReportParts): Performer<ReportOrder, number | null> {
  return {
    ...{ atOnce: 4, leaseMs: 30_000, tries, afterCrash: 'repeat' },
    kind: 'sms-report',
    async perform({ provider, reference }, entry) {
      const message = await inTransaction((tx) => book(tx).find(provider, reference));
      if (message || entry.tries === tries) return { kind: 'done', result: message?.id ?? null };
      return { kind: 'later', fault: 'no such message yet' };
    },
    async settle(tx, { delivery }, message) {
      if (message !== null) await tell(tx, message, delivery);
    },
    givenUp: () => null,
  };
}
