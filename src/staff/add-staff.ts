import type { Audit } from '../audit/audit.js';
import type { ActionHandlers } from './action.js';
import type { AccountName } from '../chats/address.js';
import type { People } from '../people/people.js';
import type { StaffRole } from '../people/role.js';

/** Somebody who is to work here, by all accounts of theirs. */
export interface Newcomer {
  accounts: readonly [AccountName, ...AccountName[]];
  name: string;
  role: StaffRole;
}

export type StaffAdded =
  | { kind: 'hired'; personId: number }
  /** One of the accounts is somebody's already, under this name. */
  | { kind: 'known'; account: AccountName; name: string };

export interface AddStaffParts {
  people: People;
  handlers: Pick<ActionHandlers, 'add'>;
  audit: Audit;
}

/** Lets somebody in from outside the chats, as where no owner is left who could. `by`: as the trail names whoever does it. */
export async function addStaff(
  { people, handlers, audit }: AddStaffParts,
  { accounts, name, role }: Newcomer,
  by: string,
): Promise<StaffAdded> {
  const [first, ...others] = accounts;
  const before = await people.byAccount(first);
  for (const account of accounts) {
    const whose = await people.byAccount(account);
    const theirOwn = whose === null || (whose.state === 'removed' && whose.id === before?.id);
    if (!theirOwn) return { kind: 'known', account, name: whose.name };
  }
  await handlers.add.carryOut({ kind: 'add', ...first, name, role }, null);
  const person = await people.byAccount(first);
  if (!person) throw new Error('somebody who was let in is not there');
  for (const account of others) await people.addAccount(person.id, account);
  const detail = { newcomer: name, newRole: role, platform: first.platform };
  await audit.write({ reason: 'staff-add', actor: by, detail });
  return { kind: 'hired', personId: person.id };
}
