import { isQuoted, type QuotedReason } from '../audit/vocabulary.js';
import type { Message } from '../chat/reply.js';
import type { Button } from '../chat/keyboards.js';
import { atLeast, type StaffRole } from '../people/role.js';
import type { TrailLine } from '../staff/trail.js';
import type { StaffRequest } from '../requests/requests.js';
import { typedReference } from '../staff/typed-reference.js';
import { requestButtons, settleButtons } from './request-buttons.js';
import { showUsage } from './staff-say.js';
import type { StaffCommand } from './staff-command.js';
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
        ...(trail.length > 1 ? [{ lines: trailLines(trail) }] : []),
      ],
      [
        ...(member ? remedies(latest, request, member.insuredCode, actor.role) : []),
        ...(reset?.state === 'unknown' && reset.staffReason ? settleButtons(actor.role, reference) : []),
      ],
    );
  },
};

/** Each reason has a story of its own; what a line of the trail knows besides tells its variants apart. */
function story(reason: QuotedReason, { at, detail }: TrailLine): Message {
  const { codeKnown, cap, because, closedFor, delivery, reason: kept } = detail;
  const variants = { cap, because, closedFor, delivery, kept };
  const known = codeKnown === true ? 'yes' : 'no';
  const told = Object.entries(variants).map(([name, value]) => [name, String(value ?? 'none')] as const);
  return { kind: `story-${reason}`, at, known, ...Object.fromEntries(told) };
}

type Help = readonly [name: string, least: StaffRole];

const unlock: Help = ['unlock', 'operator'];
const unblock: Help = ['unblock', 'supervisor'];

/** What may help, by reason; each is a command that asks before it does anything. */
const helps: Partial<Record<QuotedReason, Help>> = {
  'too-many-pairs': unlock,
  'too-many-sends': unlock,
  locked: unlock,
  'locked-for-wrong-codes': unlock,
  'closed-for-wrong-codes': unlock,
  'not-me': unblock,
  'not-my-change': unblock,
  'sms-undelivered': ['clearmobile', 'supervisor'],
};

function remedies(
  { reason, detail }: TrailLine,
  request: StaffRequest | null,
  insuredCode: string,
  role: StaffRole,
): Button[] {
  if (request?.state === 'open') return requestButtons(role, { ...request, insuredCode });
  const shut = detail['closedFor'] === 'second-lock' ? unlock : unblock;
  const help = reason === 'locked-until-staff' ? shut : helps[reason as QuotedReason];
  const [name, least] = help ?? [];
  return [
    `member:${insuredCode}`,
    ...(name && least && atLeast(role, least) ? [`${name}:${insuredCode}`] : []),
  ];
}
