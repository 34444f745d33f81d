import { makeAudit } from '../audit/audit.js';
import { writtenAccount } from '../chats/address.js';
import { readConfig, type Config } from '../config/config.js';
import { staff as adminsSetting } from '../config/staff.js';
import { readGroup } from '../config/setting.js';
import { migrate } from '../db/migrate.js';
import { makeTransactionRunner } from '../db/transaction-runner.js';
import type { Transaction } from '../db/transaction.js';
import { makeTell } from '../intake/enqueue-event.js';
import { makeKeyring } from '../keys/make-keyring.js';
import { addStaff, type Newcomer } from '../staff/add-staff.js';
import { makePeopleActions } from '../staff/people-actions.js';
import { makePeople } from '../people/people.js';
import { makeSecondPersons } from '../people/second-persons.js';
import { roles } from '../people/role.js';
import { withDatabase, besideTheBot } from './with-database.js';
import { misused, operator, type CliCommand, type Shell } from './command.js';

export const admin: CliCommand = {
  name: 'admin',
  subcommands: ['add', 'list'],
  takesOperands: true,
  does: 'lets somebody into staff, or lists who is',
  usage: [
    { words: 'add ACCOUNT NAME --role ROLE', does: `ACCOUNT: telegram:1, bale:2 or telegram:1+bale:2` },
    { words: '', does: `ROLE: ${roles.join(', ')}` },
    { words: 'list', does: 'everybody of staff, with role and accounts' },
  ],
  run: async (shell, subcommand, operands) => {
    if (subcommand === 'list') return operands.length > 0 ? misused : list(shell, readConfig(shell.env()));
    const newcomer = newcomerIn(operands);
    return newcomer ? add(shell, readConfig(shell.env()), newcomer) : misused;
  },
};

/** `telegram:123+bale:456 Maryam Rad --role supervisor`; null: not understood. */
function newcomerIn(operands: readonly string[]): Newcomer | null {
  const [account = '', ...rest] = operands;
  const [flag, rank] = rest.slice(-2);
  const name = rest.slice(0, -2).join(' ').trim();
  const role = roles.find((one) => one === rank);
  const read = readGroup(adminsSetting, { ADMINS: account });
  const [[first, ...others] = []] = read.ok ? read.value.ADMINS : [];
  const alone = read.ok && read.value.ADMINS.length === 1;
  if (!first || !alone || flag !== '--role' || !role || name === '' || name.length > 60) return null;
  return { accounts: [first, ...others], name, role };
}

function add(shell: Shell, config: Config, newcomer: Newcomer): Promise<number> {
  return withDatabase(config.database, async (dataSource) => {
    await migrate(dataSource);
    const hired = await makeTransactionRunner(dataSource)((tx) =>
      addStaff(partsIn(shell, config, tx), newcomer, operator),
    );
    const { name, role, accounts } = newcomer;
    if (hired.kind === 'known') {
      shell.say(
        `${writtenAccount(hired.account)} is ${hired.name} already: an owner changes that with /admins.`,
      );
      return 1;
    }
    shell.say(`${hired.personId}: ${name}, ${role}, ${accounts.map(writtenAccount).join(' ')}`);
    shell.say(breakGlass);
    shell.say('The bot cannot begin a chat: let them send /whoami to it once from each account.');
    return 0;
  });
}

/** Why this way needs one person alone. */
const breakGlass =
  'This is the way for when nobody is left in the chats who could: one person is enough here, so it is in the trail, and every supervisor and owner is told on all accounts.';

function partsIn({ clock, random }: Shell, { keys, secondPersonAfterMs: afterMs }: Config, tx: Transaction) {
  const within = { tx, clock, random, keyring: makeKeyring({ keys, random }) };
  const [people, chats] = [makePeople(within), makeTell(within)];
  const secondPersons = makeSecondPersons({ people, clock, afterMs });
  const token = (): string => random.bytes(12).toString('hex');
  return {
    people,
    audit: makeAudit(within),
    handlers: makePeopleActions({ people, secondPersons, chats, token }),
  };
}

function list({ say, clock }: Shell, config: Config): Promise<number> {
  return besideTheBot(config.database, async (dataSource) => {
    const people = await makeTransactionRunner(dataSource)((tx) => makePeople({ tx, clock }).active());
    for (const { id, name, role, accounts } of people)
      say(`${id}: ${name}, ${role}, ${accounts.map(writtenAccount).join(' ')}`);
    if (people.length === 0) say('Nobody: ramzyar admin add, or name the first owner in ADMINS.');
    return 0;
  });
}
