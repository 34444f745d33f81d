import { AuditEntry } from '../../entities/audit-entry.js';
import { person } from '../../playground/cast.js';
import { another, asker, type ResetHarness } from '../support/reset-harness.js';

const behrouz = asker('behrouz');
export const first = { number: person('sara').phone, source: 'typed' as const };

export const trail = async (harness: ResetHarness, event: string) => {
  const lines = await harness.manager.find(AuditEntry, { order: { id: 'ASC' } });
  const found = lines.filter((line) => line.event.endsWith(`:${event}`));
  return found.map(({ memberId, detail }) => ({ memberId, detail: JSON.parse(detail) as unknown }));
};
export const types = (harness: ResetHarness, challengeId: string, right: boolean, from = behrouz) => {
  const code = harness.code(challengeId);
  return harness.confirm(challengeId, right ? code : another(code), from);
};
