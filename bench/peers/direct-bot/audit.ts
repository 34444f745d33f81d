import type { EntityManager } from 'typeorm';
import { AuditLine } from './tables.js';

export async function writeAudit(
  db: EntityManager,
  event: string,
  chatId: number,
  memberId: number | null,
): Promise<void> {
  await db.insert(AuditLine, { event, chatId, memberId, at: new Date() });
}
