import type { Saying } from '../bot/voice.js';
import type { Button } from '../bot/keyboards.js';
import { atLeast, type StaffRole } from '../staff/role.js';
import type { TrailLine } from '../staff/trail.js';
import { typedReference } from '../staff/typed-reference.js';
import { showUsage } from './staff-say.js';
import type { StaffCommand } from './staff-command.js';
import { trailLines } from './trail-lines.js';

/** The story behind a reference, and what may be done about it. */
export const why: StaffCommand = {
  name: 'why',
  description: 'staff-command-why',
  usage: 'usage-why',
  least: 'operator',
  run: async (shift, argument) => {
    const { house, by, staff } = shift;
    const reference = typedReference(argument);
    if (reference === null) return showUsage(shift, 'usage-why');
    const trail = await staff.trail.byReference(reference);
    const reset = await staff.resets.byReference(reference);
    const [latest] = trail;
    if (!latest) return house.voice.say({ kind: 'why-unknown', reference });
    const member = latest.memberId === null ? null : await staff.members.byId(latest.memberId);
    await house.voice.say(
      [
        { kind: 'why-title', reference },
        story(latest),
        ...(reset ? [{ kind: 'why-reset', state: reset.state }] : []),
        ...(trail.length > 1 ? [{ lines: trailLines(trail) }] : []),
      ],
      member ? remedies(latest.reason, member.insuredCode, by.role) : [],
    );
  },
};

/** The reasons that have a story of their own; of the others the trail tells enough. */
const stories = new Set([
  ...['no-match', 'too-many-pairs', 'locked', 'locked-until-staff', 'cover-not-active', 'under-way'],
  ...['portal-away', 'account-missing', 'resets-used-up', 'mobile-by-staff', 'mobile-mismatch'],
  ...[
    'too-many-sends',
    'sms-budget-spent',
    'code-wrong-last',
    'locked-for-wrong-codes',
    'closed-for-wrong-codes',
  ],
  ...['code-right', 'reset-kept', 'reset-with-staff', 'reset-given-back', 'number-reported', 'not-me'],
  'sms-undelivered',
]);

function story({ reason, at, detail }: TrailLine): Saying {
  const { codeKnown, closedFor, delivery } = detail;
  const known = codeKnown === true ? 'yes' : 'no';
  const details = { known, closedFor: closedFor ?? 'none', delivery: delivery ?? 'none' };
  if (stories.has(reason)) return { kind: `why-${reason}`, at, ...details };
  return { kind: 'why-plain', at, what: { kind: `event-${reason}` } };
}

/** What may help, by reason; each is a command that asks before it does anything. */
const helps: Readonly<Record<string, [string, StaffRole][]>> = {
  'too-many-pairs': [['unlock', 'operator']],
  locked: [['unlock', 'operator']],
  'locked-for-wrong-codes': [['unlock', 'operator']],
  'closed-for-wrong-codes': [['unlock', 'operator']],
  'locked-until-staff': [
    ['unlock', 'operator'],
    ['unblock', 'supervisor'],
  ],
  'not-me': [['unblock', 'supervisor']],
  'sms-undelivered': [['clearmobile', 'supervisor']],
  'number-reported': [['clearmobile', 'supervisor']],
};

const remedies = (reason: string, insuredCode: string, role: StaffRole): Button[] => [
  `member:${insuredCode}`,
  ...(helps[reason] ?? []).flatMap(([name, least]) =>
    atLeast(role, least) ? [`${name}:${insuredCode}`] : [],
  ),
];
