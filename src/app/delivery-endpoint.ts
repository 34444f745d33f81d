import type { SmsVendor } from '../config/sms-vendors.js';
import type { InTransaction } from '../db/transaction.js';
import type { DeliveryDoor } from '../http/operator-pages.js';
import { writeErrand } from '../outbox/outbox.js';
import type { ReportOrder } from '../handlers/sms/take-report.js';
import { readKannelDelivery } from '../sms/vendors/kannel-delivery.js';
import type { Ground } from './services.js';

export interface DeliveryDoorParts {
  vendors: readonly SmsVendor[];
  ground: Pick<Ground, 'keyring' | 'clock'>;
  inTransaction: InTransaction;
  /** Called when there is a report to be brought to the book. */
  wake: () => void;
}

/** Where Kannel's reports come in; null where none were asked for. A report is a row before Kannel hears that we have it. */
export function deliveryDoor({
  vendors,
  ground,
  inTransaction,
  wake,
}: DeliveryDoorParts): DeliveryDoor | null {
  const kannel = vendors.find((vendor) => vendor.name === 'kannel');
  if (!kannel?.deliverySecret) return null;
  return {
    secret: kannel.deliverySecret,
    async take(query) {
      const report = readKannelDelivery(query);
      if (!report) return false;
      const payload: ReportOrder = { ...report, provider: kannel.name };
      await inTransaction((tx) => writeErrand({ ...ground, tx }, { kind: 'sms-report', payload }));
      wake();
      return true;
    },
  };
}
