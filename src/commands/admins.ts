import { parseAccount, writtenAccount, type AccountName } from '../chats/address.js';
import { roles, type StaffRole } from '../people/role.js';
import { foldDigits } from '../identity/digits.js';
import type { StaffContext, StaffCommand } from './staff-command.js';
import { propose, showUsage } from './staff-say.js';
import { firstWord, typedCount } from './staff-words.js';

const usage = 'usage-admins';

/** Who works here; and, for owners, who comes, goes and changes rank. */
export const admins: StaffCommand = {
  name: 'admins',
  description: 'staff-command-admins',
  usage,
  usageOptional: true,
  least: 'owner',
  run: async (context, argument) => {
    const [word, rest] = firstWord(argument);
    const work = works.get(word.toLowerCase());
    await (work ? work(context, rest) : showUsage(context, usage));
  },
};

const works = new Map<string, (context: StaffContext, rest: string) => Promise<void>>([
  ['', list],
  ['list', list],
  ['add', add],
  ['link', link],
  ['remove', remove],
  ['role', changeRole],
]);

async function list({ scope }: StaffContext): Promise<void> {
  const lines = (await scope.services.people.active()).map(({ id, name, role, accounts }) => ({
    kind: 'admins-line',
    number: id,
    name,
    role,
    accounts: accounts.map(writtenAccount).join(' '),
  }));
  await scope.replies.say(['admins-title', { lines }]);
}

/** `telegram:123 operator Maryam`. */
async function add(context: StaffContext, rest: string): Promise<void> {
  const [account, more] = firstWord(rest);
  const [role, name] = firstWord(more);
  const [whose, rank] = [typedAccount(account), typedRole(role)];
  if (!whose || !rank || name === '' || name.length > 60) return showUsage(context, usage);
  await propose(context, { kind: 'add', ...whose, role: rank, name });
}

/** `3 bale:456`: one more account of person 3. */
async function link(context: StaffContext, rest: string): Promise<void> {
  const [number, account] = firstWord(rest);
  const whose = typedAccount(account);
  const person = await personOf(context, number);
  if (!whose || !person) return showUsage(context, usage);
  await propose(context, { kind: 'link', ...whose, personId: person.id, name: person.name });
}

async function remove(context: StaffContext, rest: string): Promise<void> {
  const person = await personOf(context, rest);
  if (!person) return showUsage(context, usage);
  await propose(context, { kind: 'remove', personId: person.id, name: person.name });
}

/** `3 supervisor`. */
async function changeRole(context: StaffContext, rest: string): Promise<void> {
  const [number, role] = firstWord(rest);
  const [person, rank] = [await personOf(context, number), typedRole(role)];
  if (!person || !rank) return showUsage(context, usage);
  await propose(context, { kind: 'role', personId: person.id, name: person.name, role: rank });
}

async function personOf({ scope }: StaffContext, text: string) {
  const number = typedCount(text, 1, 9_999);
  return number === null ? null : scope.services.people.byId(number);
}

const typedRole = (text: string): StaffRole | null =>
  roles.find((role) => role === text.toLowerCase()) ?? null;

const typedAccount = (text: string): AccountName | null => parseAccount(foldDigits(text).toLowerCase());
