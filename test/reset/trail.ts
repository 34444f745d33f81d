import { AuditEntry } from '../../entities/audit-entry.js';
import { auditEvent, type AuditReason } from '../../src/audit/vocabulary.js';
import type { ResetHarness } from '../support/reset-harness.js';

/** The trail's lines of one kind, oldest first: who, about whom, what, under which reference. */
export async function trail({ manager }: ResetHarness, reason: AuditReason) {
  const where = { event: auditEvent(reason) };
  const lines = await manager.find(AuditEntry, { where, order: { id: 'ASC' } });
  return lines.map(({ actor, memberId, detail, reference }) => [
    ...[actor, memberId, JSON.parse(detail) as unknown, reference],
  ]);
}

/** Its lines of one kind, without their reference. */
export const trailWithoutReference = async (harness: ResetHarness, reason: AuditReason) => {
  const lines = await harness.manager.findBy(AuditEntry, { event: auditEvent(reason) });
  return lines.map(
    ({ actor, memberId, detail }) => [actor, memberId, JSON.parse(detail) as unknown] as const,
  );
};
