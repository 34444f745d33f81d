import { isQuoted, type QuotedReason } from '../audit/vocabulary.js';
import type { Message } from '../chat/reply.js';
import type { Button } from '../chat/keyboards.js';
import type { TrailLine } from '../staff/trail.js';
import type { StaffRequest } from '../requests/requests.js';
import { typedReference } from '../staff/typed-reference.js';
import type { Member } from '../staff/look-up.js';
import { memberOffers } from './member-offers.js';
import { requestButtons, settleButtons } from './request-buttons.js';
import { showUsage } from './staff-say.js';
import type { StaffCommand, StaffContext } from './staff-command.js';
import { trailLines } from './trail-lines.js';

/** The story behind a reference, and what may be done about it. */
export const why: StaffCommand = {
  name: 'why',
  description: 'staff-command-why',
  usage: 'usage-why',
  least: 'operator',
  run: async (context, argument) => {
    const { scope, actor, staff } = context;
    const reference = typedReference(argument);
    if (reference === null) return showUsage(context, 'usage-why');
    const trail = await staff.trail.byReference(reference);
    const [latest] = trail;
    if (!latest || !isQuoted(latest.reason)) return scope.replies.say({ kind: 'why-unknown', reference });
    const reset = await staff.recoveries.byReference(reference);
    const request = await staff.requests.byReference(reference);
    const member = latest.memberId === null ? null : await staff.lookUp.byId(latest.memberId);
    await scope.replies.say(
      [
        { kind: 'why-title', reference },
        story(latest.reason, latest),
        ...(reset ? [{ kind: 'why-reset', state: reset.state }] : []),
        ...(request ? [{ kind: 'why-request', state: request.state }] : []),
        ...(trail.length > 1 ? trailLines(trail) : []),
      ],
      [
        ...(member ? await remedies(context, latest, request, member) : []),
        ...(reset?.state === 'unknown' && reset.staffReason ? settleButtons(actor.role, reference) : []),
      ],
    );
  },
};

/** Each reason has a story of its own; what a line of the trail knows besides tells its variants apart. */
function story(reason: QuotedReason, { at, detail }: TrailLine): Message {
  const { codeKnown, right, cap, because, closedFor, delivery, path, reason: kept } = detail;
  const variants = { cap, because, closedFor, delivery, path, kept };
  const [known, matched] = [codeKnown, right].map((value) => (value === true ? 'yes' : 'no'));
  const told = Object.entries(variants).map(([name, value]) => [name, String(value ?? 'none')] as const);
  return { kind: `story-${reason}`, at, known, right: matched, ...Object.fromEntries(told) };
}

/** What may help, by reason; each is a command that asks before it does anything, and is offered where it would help. */
const helps: Partial<Record<QuotedReason, readonly string[]>> = {
  'too-many-pairs': ['unlock'],
  'code-perhaps-sent': ['unlock'],
  'code-not-sent': ['unlock'],
  'too-many-sends': ['unlock'],
  locked: ['unlock'],
  'locked-until-staff': ['unlock', 'unblock'],
  'locked-for-wrong-codes': ['unlock'],
  'closed-for-wrong-codes': ['unlock'],
  'resets-used-up': ['grant-one'],
  'not-me': ['unblock'],
  'not-my-change': ['unblock'],
  'sms-undelivered': ['clearmobile'],
};

async function remedies(
  { staff, actor: { role } }: StaffContext,
  { reason }: TrailLine,
  request: StaffRequest | null,
  member: Member,
): Promise<Button[]> {
  const { insuredCode } = member;
  if (request?.state === 'open') return requestButtons(role, { ...request, insuredCode });
  const offers = memberOffers(await staff.lookUp.overview(member), role);
  const fitting = (helps[reason as QuotedReason] ?? []).filter((name) => offers.includes(name));
  return ['member', ...fitting].map((name) => `${name}:${insuredCode}`);
}
