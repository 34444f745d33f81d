import { chatName, type ChatName } from '../chats/mark.js';
import type { Coverage } from '../../entities/coverage.js';
import type { Member, MobileSource } from '../../entities/member.js';
import { startOfDay } from '../calendar/tehran.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import { maskMobile } from '../identity/mobile.js';
import { maskNationalId } from '../identity/national-id.js';
import type { Keyring } from '../keys/keyring.js';
import type { Members } from '../members/members.js';
import type { LimitsUsed } from '../reset/limits-used.js';
import { lockOf, purses, type Purse } from '../reset/purse.js';
import type { StaffOverride } from '../reset/staff-override.js';
import { makeMemberOverviewStore } from './member-overview-store.js';

/** Is the way back open, for chats that are not bound to the member? */
export type Access =
  | { kind: 'way-free' }
  | { kind: 'way-locked'; until: number }
  | { kind: 'way-second-lock' | 'way-staff-block' | 'way-not-me' };

/** Everything that staff may read of one member. Instants are epoch milliseconds. */
export interface MemberOverview {
  insuredCode: string;
  /** Whole: staff compare it with what a caller says; null: no list has told it. */
  name: string | null;
  /** Its last three digits, to be compared with what a caller says. */
  nationalId: string;
  /** Masked; null: none. */
  mobile: { number: string; source: MobileSource } | null;
  /** The period in force, or the one that comes nearest to it. */
  cover: { id: number; inForce: boolean; from: number; to: number; used: number; allowance: number } | null;
  access: Access;
  /** The same for the chats that are bound to the member. */
  boundAccess: Access;
  /** Those that hear of a recovery now. `bond`: the number of the bond; `used`: last, as far as that is known. */
  chats: (ChatName & { bond: number; at: number; used: number })[];
  /** What of each limit is used. */
  limits: LimitsUsed;
  /** There is something that `/unlock` would clear. */
  counted: boolean;
  challenge: { expiresAt: number; wrong: number; sends: number } | null;
}

export interface MemberOverviews {
  of(member: Member): Promise<MemberOverview>;
}

export interface MemberOverviewParts {
  tx: Transaction;
  clock: Clock;
  keyring: Keyring;
  members: Members;
  override: StaffOverride;
}

export function makeMemberOverviews(parts: MemberOverviewParts): MemberOverviews {
  const { clock, keyring, members } = parts;
  const store = makeMemberOverviewStore(parts.tx);
  return {
    of: async (member) => {
      const number = members.mobileOf(member);
      const inForce = await members.coverAt(member.id, clock.now());
      const cover = inForce ?? (await store.lastCover(member.id));
      const limits = await parts.override.limitsUsed(member);
      const challenge = await store.openChallenge(member.id, clock.now());
      return {
        insuredCode: member.insuredCode,
        name: members.nameOf(member),
        nationalId: maskNationalId(keyring.decrypt('national-id', member.nationalId)),
        mobile:
          number === null ? null : { number: maskMobile(number), source: member.mobileSource ?? 'insurer' },
        cover: cover && (await coverOf(parts, cover, inForce !== null)),
        access: wayOf(member, 'others', clock.now()),
        boundAccess: wayOf(member, 'bound', clock.now()),
        chats: (await parts.override.boundChats(member)).map(({ id, chatKey, boundAt, lastUsedAt }) => ({
          ...chatName(keyring, chatKey),
          bond: id,
          at: boundAt.getTime(),
          used: (lastUsedAt ?? boundAt).getTime(),
        })),
        limits,
        counted: isCounted(limits, member),
        challenge: challenge && {
          expiresAt: challenge.expiresAt.getTime(),
          wrong: challenge.wrongCodes,
          sends: challenge.sends,
        },
      };
    },
  };
}

const isCounted = (limits: LimitsUsed, { locks, boundLocks }: Member): boolean =>
  locks + boundLocks > 0 || purses.some((purse) => Object.values(limits[purse]).some((used) => used > 0));

const coverOf = async (
  { override }: MemberOverviewParts,
  { id, startsOn, endsOn }: Coverage,
  inForce: boolean,
) => ({
  id,
  inForce,
  from: startOfDay(startsOn).getTime(),
  to: startOfDay(endsOn).getTime(),
  ...(await override.quota(id)),
});

function wayOf(member: Member, purse: Purse, now: Date): Access {
  if (member.closedFor) return { kind: `way-${member.closedFor}` };
  const lock = lockOf(member, purse, now);
  if (lock.kind === 'free') return { kind: 'way-free' };
  return lock.kind === 'second-lock'
    ? { kind: 'way-second-lock' }
    : { kind: 'way-locked', until: lock.until.getTime() };
}
