import type { FileOrder } from '../staff/documents.js';
import type { Shift } from './staff-command.js';

/** Has a file made, and says that it will come. */
export async function askFile({ house, by, staff }: Shift, order: FileOrder): Promise<void> {
  const { personId, chatKey } = by;
  await staff.orderFile({ order, personId, chatKey, locale: house.voice.locale });
  await house.voice.say({ kind: 'file-asked', what: { kind: `file-${order.what}` } });
}
