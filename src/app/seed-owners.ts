import { makeAudit } from '../audit/audit.js';
import { writtenAccount, type AccountName } from '../chats/address.js';
import type { Config } from '../config/config.js';
import { isDuplicate } from '../db/duplicate.js';
import type { Transaction, TransactionRunner } from '../db/transaction.js';
import { makeTell } from '../intake/enqueue-event.js';
import type { Keyring } from '../keys/keyring.js';
import { makePeople } from '../people/people.js';
import { makeSecondPersons } from '../people/second-persons.js';
import type { Random } from '../random.js';
import type { Clock } from '../clock.js';
import { addStaff } from '../staff/add-staff.js';
import { makePeopleActions } from '../staff/people-actions.js';

export interface SeedOwnersParts {
  config: Pick<Config, 'admins' | 'secondPersonAfterMs'>;
  clock: Clock;
  random: Random;
  keyring: Keyring;
}

/**
 * The first owners of staff. Nobody who is known already is changed: the settings begin the house, and from then on it is
 * the owners who say who works in it. Whoever is put there later comes by one person alone, so all of rank are told.
 * Replicas may begin at once: whoever comes second finds them there.
 */
export async function seedOwners(inTransaction: TransactionRunner, parts: SeedOwnersParts): Promise<void> {
  const once = () => inTransaction((tx) => addFirstOwners(tx, parts));
  await once().catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
    return once();
  });
}

async function addFirstOwners(tx: Transaction, { config, ...around }: SeedOwnersParts): Promise<void> {
  const within = { tx, ...around };
  const [people, chats] = [makePeople(within), makeTell(within)];
  const secondPersons = makeSecondPersons({ people, ...around, afterMs: config.secondPersonAfterMs });
  const token = (): string => around.random.bytes(12).toString('hex');
  const handlers = makePeopleActions({ people, secondPersons, chats, token });
  for (const [first, ...others] of config.admins) {
    if (!first || (await people.byAccount(first))) continue;
    const free: AccountName[] = [];
    for (const account of others) if (!(await people.byAccount(account))) free.push(account);
    const newcomer = { accounts: [first, ...free], name: writtenAccount(first), role: 'owner' } as const;
    await addStaff({ people, handlers, audit: makeAudit(within) }, newcomer, 'operator');
  }
}
