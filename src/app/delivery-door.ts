import type { SmsVendor } from '../config/sms-vendors.js';
import type { DeliveryDoor } from '../http/operator-pages.js';
import type { Count } from '../metrics.js';
import { readKannelDelivery } from '../sms/kannel-delivery.js';

/** Where Kannel's reports come in, to be counted; null where none were asked for. */
export function deliveryDoor(vendors: readonly SmsVendor[], count: Count): DeliveryDoor | null {
  const kannel = vendors.find((vendor) => vendor.name === 'kannel');
  if (!kannel?.deliverySecret) return null;
  return {
    secret: kannel.deliverySecret,
    take(query) {
      const report = readKannelDelivery(query);
      if (report) count('sms_deliveries_total', { provider: 'kannel', delivery: report.delivery });
      return report !== null;
    },
  };
}
