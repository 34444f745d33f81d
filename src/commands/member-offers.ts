import { atLeast, type StaffRole } from '../people/role.js';
import type { MemberOverview } from '../staff/member-overview.js';

/** What this role may do about this member and what would change something, as things stand: names of buttons. */
export function memberOffers(overview: MemberOverview, role: StaffRole): string[] {
  const { access, cover, counted, mobile } = overview;
  const shut = access.kind === 'way-staff-block' || access.kind === 'way-not-me';
  const usedUp = cover !== null && cover.inForce && cover.used >= cover.allowance;
  const offers: [string, StaffRole, boolean][] = [
    ['unlock', 'operator', counted],
    ['unblock', 'supervisor', shut],
    ['block', 'supervisor', !shut],
    ['grant-one', 'supervisor', usedUp],
    ['set-number', 'supervisor', mobile === null],
    ['clearmobile', 'supervisor', mobile !== null],
    ['chats', 'supervisor', overview.chats.length > 0],
    ['audit', 'supervisor', true],
  ];
  return offers.flatMap(([name, least, fits]) => (fits && atLeast(role, least) ? [name] : []));
}
