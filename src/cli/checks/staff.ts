import type { Clock } from '../../clock.js';
import type { Config } from '../../config/config.js';
import type { TransactionRunner } from '../../db/transaction.js';
import { makePeople } from '../../people/people.js';
import { isRanked } from '../../people/role.js';
import { makeSecondPersons } from '../../people/second-persons.js';
import { ok, warning, type CheckResult } from '../finding.js';

/** Before the first start, which lets them in. */
export const firstOwners = (count: number): string =>
  `nobody yet: the first start lets in the ${count === 1 ? 'owner' : `${count} owners`} of ADMINS`;

/** Some actions ask for two persons of at least supervisor's rank, who have held it for some time. */
export function lookAtStaff(
  inTransaction: TransactionRunner,
  clock: Clock,
  { admins, secondPersonAfterMs: afterMs }: Pick<Config, 'admins' | 'secondPersonAfterMs'>,
): Promise<CheckResult> {
  return inTransaction(async (tx) => {
    const people = makePeople({ tx, clock });
    const active = await people.active();
    if (active.length === 0 && admins.length > 0) return ok('staff', firstOwners(admins.length));
    if (active.length === 0)
      return warning(
        'staff',
        'nobody',
        'name the first owner in ADMINS: without staff, no member can be helped',
      );
    const ranked = active.filter(({ role }) => isRanked(role));
    const seconds = makeSecondPersons({ people, clock, afterMs });
    const may = ranked.filter((person) => seconds.isOne(person));
    if (may.length >= 2) return ok('staff', `${active.length}, ${may.length} of them may approve`);
    if (ranked.length < 2)
      return warning(
        'staff',
        'there is no second supervisor',
        'what takes two persons cannot be done until an owner adds one: /admins add',
      );
    const moments = ranked.map((person) => seconds.from(person) ?? Infinity).sort((a, b) => a - b);
    return warning(
      'staff',
      'there is no second person yet: somebody has just come, or risen',
      `what takes two persons can be done from ${new Date(moments[1] ?? 0).toISOString()} on; /admins shows since when each may approve`,
    );
  });
}
