import type { DocumentRequest } from '../staff/documents.js';
import type { StaffContext } from './staff-command.js';

/** Has a file made, and says that it will come. */
export async function askFile({ scope, actor, staff }: StaffContext, order: DocumentRequest): Promise<void> {
  await staff.documents.request(actor, order, scope.replies.locale);
  await scope.replies.say({ kind: 'file-asked', what: { kind: `file-${order.what}` } });
}
