import type { TransactionRunner, Transaction } from '../../db/transaction.js';
import type { DeliveryReport } from '../../sms/vendors/kannel-delivery.js';
import type { SentMessages } from '../../sent-messages/sent-messages.js';
import type { JobHandler } from '../../outbox/handler.js';
import type { RecordDelivery } from './record-delivery.js';

/** A report as it came in, and from which provider. */
export interface ReportJob extends DeliveryReport {
  provider: string;
}

export interface TakeReportParts {
  inTransaction: TransactionRunner;
  sent: (tx: Transaction) => SentMessages;
  record: RecordDelivery;
}

/** A minute of looking: the report of a quick operator may be here before the line of its message is. */
const tries = 6;

/** Records what a provider reports by itself. What is said of a message that we have no record of is of no use to anybody. */
export function makeTakeReportHandler({
  inTransaction,
  sent,
  record,
}: TakeReportParts): JobHandler<ReportJob, number | null> {
  return {
    concurrency: 4,
    waitsOutside: false,
    leaseMs: 30_000,
    tries,
    onWorkerDeath: 'retry',
    kind: 'sms-report',
    async run({ provider, reference }, entry) {
      const message = await inTransaction((tx) => sent(tx).find(provider, reference));
      if (message || entry.tries === tries) return { kind: 'done', result: message?.id ?? null };
      return { kind: 'retry', fault: 'no such message yet' };
    },
    async onResult(tx, { delivery }, message) {
      if (message !== null) await record(tx, message, delivery);
    },
    onExhausted: () => null,
  };
}
