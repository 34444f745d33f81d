import type { Button } from '../chat/keyboards.js';
import { atLeast, type StaffRole } from '../people/role.js';

/** What this role may do about a member's request. A first number is typed with `/setmobile`, so it has no button. */
export const requestButtons = (
  role: StaffRole,
  { kind, insuredCode, reference }: { kind: string; insuredCode: string; reference: string },
): Button[] => [
  `member:${insuredCode}`,
  ...(kind === 'clear-mobile' && atLeast(role, 'supervisor') ? [`clearmobile:${insuredCode}`] : []),
  ...(kind === 'account-missing' && atLeast(role, 'supervisor') ? [`account-made:${reference}`] : []),
  ...(atLeast(role, 'supervisor') ? [`refuse-request:${reference}`] : []),
];

/** How this role may bring a recovery to an end whose outcome the portal does not tell. */
export const settleButtons = (role: StaffRole, reference: string): Button[] =>
  atLeast(role, 'supervisor')
    ? [`ask-portal:${reference}`, `mark-done:${reference}`, `give-back:${reference}`]
    : [];
