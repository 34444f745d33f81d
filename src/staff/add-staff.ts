import type { Audit } from '../audit/audit.js';
import type { ActionHandlers } from './action.js';
import { writtenAccount, type AccountName } from '../chats/address.js';
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
  handlers: Pick<ActionHandlers, 'add' | 'link'>;
  audit: Audit;
}

const atShell = { askedBy: null, agreed: null };

/**
 * Lets somebody in from outside the chats, as where no owner is left who could: by one person, so it is in the trail, and
 * everybody of rank is told. `by`: as the trail names whoever does it.
 */
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
  await handlers.add.carryOut({ kind: 'add', ...first, name, role }, atShell);
  const person = await people.byAccount(first);
  if (!person) throw new Error('somebody who was let in is not there');
  for (const account of others) {
    const link = { kind: 'link' as const, ...account, personId: person.id, name };
    await handlers.link.carryOut(link, atShell);
  }
  const detail = { newcomer: name, newRole: role, account: accounts.map(writtenAccount).join(' ') };
  await audit.write({ reason: 'staff-add', actor: by, detail });
  return { kind: 'hired', personId: person.id };
}
