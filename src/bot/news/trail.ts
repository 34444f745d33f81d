import type { StaffEvent } from '../../staff/events.js';
import type { Messages } from '../../chat/reply.js';

/** So much of a head is shown, and enough of one that was kept. */
const headDigits = 16;

/** What came of a walk over the whole chain of the trail. */
export function renderTrailCheck({ report, asked }: StaffEvent & { kind: 'staff-trail' }): Messages {
  if (!report) return ['audit-not-read'];
  const { sound, broken, unsealed, head, kept, missing, forged } = report;
  return [
    broken ? { kind: 'audit-broken', sound, place: broken.sequence } : { kind: 'audit-sound', sound },
    ...(asked ? [kept === null ? 'audit-kept-missing' : { kind: 'audit-kept-found', place: kept }] : []),
    ...(missing ? [{ kind: 'audit-missing', ...missing }] : []),
    ...(forged ? [{ kind: 'audit-forged', number: forged }] : []),
    { kind: 'audit-unsealed', unsealed },
    ...(head ? [{ kind: 'audit-head', head: head.slice(0, headDigits) }] : []),
  ];
}
