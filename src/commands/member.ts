import type { Message } from '../chat/reply.js';
import type { Keyboard } from '../chat/keyboards.js';
import type { Access, MemberOverview } from '../staff/member-overview.js';
import { atLeast, type StaffRole } from '../people/role.js';
import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { trailLines } from './trail-lines.js';

/** One member: who, what cover, how much is used, and what has happened. */
export const member: StaffCommand = {
  name: 'member',
  description: 'staff-command-member',
  usage: 'usage-member',
  least: 'operator',
  run: async (context, argument) => {
    const { scope, actor, staff } = context;
    const found = await oneMember(context, argument, 'usage-member');
    if (!found) return;
    const opened = await staff.lookUp.open(actor, found);
    const { overview } = opened;
    const resets = opened.resets.map(({ state, reference, reservedAt }) => ({
      kind: 'member-reset',
      state,
      reference,
      at: reservedAt.getTime(),
    }));
    const trail = trailLines(opened.events);
    await scope.replies.say(
      [
        'member-title',
        { lines: identityLines(overview) },
        { lines: statusLines(overview) },
        ...(resets.length > 0 ? [{ lines: ['member-resets', ...resets] }] : []),
        ...(trail.length > 0 ? [{ lines: ['member-trail', ...trail] }] : []),
      ],
      buttons(overview, actor.role),
    );
  },
};

const identityLines = ({ insuredCode, name, nationalId, mobile }: MemberOverview): Message[] => [
  { kind: 'member-code', insuredCode },
  ...(name === null ? [] : [{ kind: 'member-name', name }]),
  { kind: 'member-national-id', nationalId },
  mobile ? { kind: 'member-mobile', ...mobile } : 'member-no-mobile',
];

const statusLines = ({ cover, access, boundAccess, challenge }: MemberOverview): Message[] => [
  cover
    ? { kind: cover.inForce ? 'member-cover' : 'member-cover-over', ...timesOf(cover) }
    : 'member-no-cover',
  ...(cover ? [{ kind: 'member-used', used: cover.used, allowance: cover.allowance }] : []),
  ...accessLines(access, boundAccess),
  ...(challenge ? [{ kind: 'member-challenge', ...challenge }] : []),
];

/** For whom the way is open, where it is not the same for everybody. */
const accessLines = (others: Access, bound: Access): Message[] =>
  others.kind === bound.kind
    ? [others]
    : [
        { kind: 'way-of-bound-chats', way: bound },
        { kind: 'way-of-other-chats', way: others },
      ];

const timesOf = ({ from, to }: { from: number; to: number }) => ({ from, to });

/** What this role may do about this member, as things stand. */
function buttons({ insuredCode, access, mobile }: MemberOverview, role: StaffRole): Keyboard {
  const shut = access.kind === 'way-staff-block' || access.kind === 'way-not-me';
  const offers: [string, StaffRole, boolean][] = [
    ['unlock', 'operator', !shut],
    ['unblock', 'supervisor', shut],
    ['block', 'supervisor', !shut],
    ['clearmobile', 'supervisor', mobile !== null],
    ['audit', 'supervisor', true],
  ];
  return offers.flatMap(([name, least, fits]) =>
    fits && atLeast(role, least) ? [`${name}:${insuredCode}`] : [],
  );
}
