import type { Clock } from '../../clock.js';
import type { TransactionRunner } from '../../db/transaction.js';
import { makePeople } from '../../people/people.js';
import { atLeast } from '../../people/role.js';
import { ok, warning, type CheckResult } from '../finding.js';

/** Some deeds ask for two persons of at least supervisor's rank. */
export async function lookAtStaff(inTransaction: TransactionRunner, clock: Clock): Promise<CheckResult> {
  const people = await inTransaction((tx) => makePeople({ tx, clock }).active());
  if (people.length === 0)
    return warning(
      'staff',
      'nobody',
      'name the first owner in ADMINS: without staff, no member can be helped',
    );
  const ranked = people.filter(({ role }) => atLeast(role, 'supervisor'));
  if (ranked.length >= 2) return ok('staff', `${people.length}, ${ranked.length} of them may approve`);
  return warning(
    'staff',
    'there is no second supervisor',
    'what takes two persons cannot be done until an owner adds one: /admins add',
  );
}
