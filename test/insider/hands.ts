import type { StaffCastMember } from '../../playground/cast.js';
import type { Victim } from './world.js';

/** One human being of staff, whoever the product takes them for. */
export type Human = StaffCastMember['role'] | 'shell' | `honest-${number}`;

/** Somebody who had a hand in something, by one account. */
export interface Hand {
  human: Human;
  /** Whom the product takes them for; 0: whoever sits at the shell. */
  personId: number;
  /** Who let this account in: what was agreed to then counts on. */
  vouchers: ReadonlySet<Human>;
  /** They have had their rank, and this account, for so long that they may be one of two. */
  seasoned: boolean;
}

/** By whom something was done. */
export interface Hands {
  staff: readonly Hand[];
  /** The member whose phone the code went to that was typed. */
  member: Victim | null;
}

export const nobody: Hands = { staff: [], member: null };

export const byStaff = (...staff: readonly Hand[]): Hands => ({ staff, member: null });

export const atShell: Hand = { human: 'shell', personId: 0, vouchers: new Set(), seasoned: true };

/** Was it done by two, neither of whom is a newcomer, and who are not one human being in two accounts? */
export const byTwo = ({ staff }: Hands): boolean =>
  staff.some((one, at) => staff.slice(at + 1).some((other) => areTwo(one, other)));

const areTwo = (one: Hand, other: Hand): boolean =>
  one.seasoned &&
  other.seasoned &&
  one.personId !== other.personId &&
  new Set([one.human, other.human, ...one.vouchers, ...other.vouchers]).size > 1;

export const names = ({ staff, member }: Hands): string =>
  [
    ...staff.map(({ human, personId, seasoned }) => `${human} as ${personId}${seasoned ? '' : ' (new)'}`),
    member,
  ]
    .filter(Boolean)
    .join(' and ') || 'nobody';
