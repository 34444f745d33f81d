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
  ...limitLines(limits, chats.length > 0),
  ...chats.map((chat) => ({ kind: 'member-chat', ...chat })),
  ...(challenge ? [{ kind: 'member-challenge', ...challenge }] : []),
];

const timesOf = ({ from, to }: { from: number; to: number }) => ({ from, to });

/** For whom the way is open, where it is not the same for everybody. */
const accessLines = (others: Access, bound: Access): Message[] =>
  others.kind === bound.kind
    ? [others]
    : [
        { kind: 'in-bound-chats', what: bound },
        { kind: 'in-other-chats', what: others },
      ];

/** What of each limit is used, of both purses where there are two and it is not the same. */
function limitLines({ bound, others, ...most }: MemberOverview['limits'], hasChats: boolean): Message[] {
  const line = (used: typeof bound): Message => ({ kind: 'member-limits', ...used, ...most });
  const isUsed = bound.sends + bound.codes + bound.pairs > 0;
  const same = bound.sends === others.sends && bound.codes === others.codes && bound.pairs === others.pairs;
  if (same || !(hasChats || isUsed)) return [line(others)];
  return [
    { kind: 'in-bound-chats', what: line(bound) },
    { kind: 'in-other-chats', what: line(others) },
  ];
}
