import type { AuditReason, QuotedReason, RefusalReason } from '../audit/vocabulary.js';
import type { Asker } from '../chats/address.js';
import type { ResetDeps } from './deps.js';

/** Whom a line of the trail is about, and what staff may read of it. */
export interface About {
  from: Pick<Asker, 'chatKey'>;
  memberId?: number | null;
  detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** A refusal that support can look up: its reference goes to the member, its reason into the trail. */
export async function refuse<Kind extends RefusalReason>(
  deps: ResetDeps,
  kind: Kind,
  about: About,
): Promise<{ kind: Kind; reference: string }> {
  const reference = deps.reference();
  await auditWithReference(deps, kind, about, reference);
  return { kind, reference };
}

/** A line of the trail about something that a chat has done, and of which it is given a reference. */
export function auditWithReference(
  deps: ResetDeps,
  reason: QuotedReason,
  about: About,
  reference: string,
): Promise<void> {
  return deps.audit.write({ ...line(about), reason, reference });
}

/** A line of the trail about something that a chat has done. */
export function writeAudit(deps: ResetDeps, reason: AuditReason, about: About): Promise<void> {
  return deps.audit.write({ ...line(about), reason });
}

const line = ({ from, memberId = null, detail = {} }: About) => ({
  actor: `chat:${from.chatKey}`,
  memberId,
  detail,
});
