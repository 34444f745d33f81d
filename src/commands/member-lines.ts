import type { Message } from '../chat/reply.js';
import type { Access, MemberOverview } from '../staff/member-overview.js';

/** Who a member is, to be compared with what a caller says. */
export const identityLines = ({ insuredCode, name, nationalId, mobile }: MemberOverview): Message[] => [
  { kind: 'member-code', insuredCode },
  ...(name === null ? [] : [{ kind: 'member-name', name }]),
  { kind: 'member-national-id', nationalId },
  mobile ? { kind: 'member-mobile', ...mobile } : 'member-no-mobile',
];

/** How a member stands: cover, recoveries, the way back, limits, chats. */
export const statusLines = ({
  cover,
  access,
  boundAccess,
  limits,
  chats,
  challenge,
}: MemberOverview): Message[] => [
  cover
    ? { kind: cover.inForce ? 'member-cover' : 'member-cover-over', ...timesOf(cover) }
    : 'member-no-cover',
  ...(cover ? [{ kind: 'member-used', used: cover.used, allowance: cover.allowance }] : []),
  ...accessLines(access, boundAccess),
  { kind: 'member-limits', ...limits },
  ...chats.map((chat) => ({ kind: 'member-chat', ...chat })),
  ...(challenge ? [{ kind: 'member-challenge', ...challenge }] : []),
];

const timesOf = ({ from, to }: { from: number; to: number }) => ({ from, to });

/** For whom the way is open, where it is not the same for everybody. */
const accessLines = (others: Access, bound: Access): Message[] =>
  others.kind === bound.kind
    ? [others]
    : [
        { kind: 'way-of-bound-chats', way: bound },
        { kind: 'way-of-other-chats', way: others },
      ];
