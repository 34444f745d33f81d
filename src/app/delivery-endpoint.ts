import type { TransactionRunner } from '../db/transaction.js';
import type { DeliveryEndpoint } from '../http/operator-pages.js';
import { enqueue } from '../outbox/outbox.js';
import type { ReportJob } from '../handlers/sms/take-report.js';
import { readKannelDelivery } from '../sms/vendors/kannel-delivery.js';
import type { SmsSettings } from '../sms/vendors/registry.js';
import type { SharedDeps } from './services.js';

export interface DeliveryEndpointParts {
  vendors: readonly SmsSettings[];
  shared: Pick<SharedDeps, 'keyring' | 'clock' | 'handOver'>;
  inTransaction: TransactionRunner;
}

/** Where Kannel's reports come in; null where none were asked for. A report is a row before Kannel hears that we have it. */
export function deliveryEndpoint({
  vendors,
  shared,
  inTransaction,
}: DeliveryEndpointParts): DeliveryEndpoint | null {
  const kannel = vendors.find((vendor) => vendor.name === 'kannel');
  if (!kannel?.deliverySecret) return null;
  return {
    secret: kannel.deliverySecret,
    async take(query) {
      const report = readKannelDelivery(query);
      if (!report) return false;
      const payload: ReportJob = { ...report, provider: kannel.name };
      await inTransaction((tx) => enqueue({ ...shared, tx }, { kind: 'sms-report', payload }));
      return true;
    },
  };
}
