import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { isDuplicate } from '../db/duplicate.js';
import type { TransactionRunner } from '../db/transaction.js';
import { seedOwnersFromSettings } from '../people/seed-owners.js';
import { makePeople } from '../people/people.js';

/** The first owners of staff. Replicas may begin at once: whoever comes second finds them there. */
export async function seedOwners(
  door: TransactionRunner,
  admins: Config['admins'],
  clock: Clock,
): Promise<void> {
  const once = () => door((tx) => seedOwnersFromSettings(makePeople({ tx, clock }), admins));
  await once().catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
    return once();
  });
}
