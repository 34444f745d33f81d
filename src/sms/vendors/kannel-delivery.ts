import type { Delivery } from '../port.js';

/** What became of the message with this reference of ours. */
export interface DeliveryReport {
  reference: string;
  delivery: Delivery;
}

/** Reads a report that Kannel sends to `deliveryUrl`; null when it is none. The route has checked the secret before. */
export function readKannelDelivery(query: URLSearchParams): DeliveryReport | null {
  const reference = query.get('reference');
  const delivery = deliveries[Number(query.get('state'))];
  return reference && /^[\w-]{1,64}$/.test(reference) && delivery ? { reference, delivery } : null;
}

const deliveries: Readonly<Record<number, Delivery>> = {
  1: 'delivered',
  2: 'undelivered',
  4: 'queued',
  8: 'sent',
  16: 'undelivered',
};
