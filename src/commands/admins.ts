import { parseAccount, writtenAccount, type AccountName } from '../chats/address.js';
import type { Message } from '../chat/reply.js';
import type { Colleague } from '../people/people.js';
import { laterOf } from '../people/rank.js';
import { roles, type StaffRole } from '../people/role.js';
import type { SecondPersons } from '../people/second-persons.js';
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

async function list({ scope, staff }: StaffContext): Promise<void> {
  const people = (await scope.services.people.active()).map((person) => ({
    lines: [
      {
        ...{ kind: 'admins-line', number: person.id, name: person.name, role: person.role },
        accounts: person.accounts.map(writtenAccount).join(' '),
      },
      ...secondLines(person, staff.secondPersons),
    ],
  }));
  await scope.replies.say(['admins-title', ...people]);
}

/** From when on they may be one of two, and each account of theirs that may only later. */
function secondLines(person: Colleague, secondPersons: SecondPersons): Message[] {
  const { rankedSince } = person;
  const first = secondPersons.from({ rankedSince });
  if (first === null) return [];
  const later = person.accounts.flatMap((account): Message[] => {
    const from = secondPersons.from({ rankedSince: laterOf(rankedSince, account.addedAt) });
    const isLater = from !== null && from > first;
    return isLater ? [{ kind: 'admins-account-from', account: writtenAccount(account), from }] : [];
  });
  return [{ kind: 'admins-second-from', from: first }, ...later];
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
