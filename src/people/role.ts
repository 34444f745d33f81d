import type { StaffRole } from '../../entities/staff-person.js';

export type { StaffRole };

/** From the least to the most. */
export const roles: readonly StaffRole[] = ['operator', 'supervisor', 'owner'];

/** May they be one of the two that some things need? */
export const isRanked = (role: StaffRole): boolean => atLeast(role, 'supervisor');

/** May somebody of this role do what asks for at least that one? */
export const atLeast = (role: StaffRole, least: StaffRole): boolean =>
  roles.indexOf(role) >= roles.indexOf(least);
