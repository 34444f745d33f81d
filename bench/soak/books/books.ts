import { doubtfulTries } from '../../../src/handlers/messenger/call.js';
import type { Crowd } from '../people/crowd.js';
import type { World } from '../world/world.js';
import { between, exactly, markdown, type Entry } from './book.js';
import { repeatsIn, saidOnce } from './said.js';

/** What all the books say after a crowd has passed and all is quiet, whatever became of the processes meanwhile. */
export async function readBooks(world: World, crowd: Crowd): Promise<Entry[]> {
  const count = counter(world);
  return [
    ...served(crowd),
    ...(await recoveries(world, crowd, count)),
    ...(await textMessages(world, crowd, count)),
    ...(await queues(world, crowd, count)),
    ...(await staffs(crowd, count)),
  ];
}

/** What they say where rows were lost with the database: who was served, and what the portal knows. */
export async function readBooksAfterLoss(world: World, crowd: Crowd): Promise<Entry[]> {
  const count = counter(world);
  const portal = await world.portalResets();
  const ledger = await world.database.query<{ id: string; insured_code: string }>(
    "SELECT id, insured_code FROM password_resets WHERE state = 'done' AND unsettled_member_id IS NULL",
  );
  const both = ledger.filter((row) => portal.get(row.id) === row.insured_code).length;
  return [
    ...served(crowd),
    exactly('resets that the portal has carried out', backIn(crowd).length, portal.size),
    exactly('… each of another member', portal.size, new Set(portal.values()).size),
    exactly(
      'recoveries that the restored ledger knows, done at the portal',
      await count('COUNT(*) AS n FROM password_resets'),
      both,
    ),
    exactly('recoveries taken from quotas', ledger.length, await count('SUM(used) AS n FROM reset_tallies')),
    exactly('updates set aside', 0, await count("COUNT(*) AS n FROM inbox WHERE state = 'parked'")),
    exactly('what staff asked for, answered', crowd.staff.asked, crowd.staff.answered),
  ];
}

/** How jobs have ended, by kind; with what was wrong, where something was. */
export async function endsTable({ database }: World): Promise<string> {
  const rows = await database.query<{ kind: string; state: string; fault: string | null; n: number }>(
    `SELECT kind, state, IF(state = 'done', NULL, fault) AS fault, COUNT(*) AS n FROM outbox
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  const told = rows.map(({ kind, state, fault, n }) => [kind, state, fault ?? '', String(n)]);
  return markdown([['jobs', 'ended', 'with', 'count'], ...told]);
}

type Count = (sql: string) => Promise<number>;

const counter =
  ({ database }: World): Count =>
  async (sql) =>
    Number((await database.query<{ n: number | null }>(`SELECT ${sql}`))[0]?.n ?? 0);

export const backIn = ({ visits }: Crowd): string[] =>
  visits.filter(({ passer }) => passer.fate === 'back in').map(({ passer }) => passer.insuredCode);

export function served(crowd: Crowd): Entry[] {
  const { visits } = crowd;
  const of = (fate: string) => visits.filter(({ passer }) => passer.fate === fate);
  const well = (fate: string) => of(fate).filter(({ asWished }) => asWished).length;
  return [
    exactly('members who are back in', of('back in').length, well('back in')),
    exactly('… who are not covered, and were told so', of('not covered').length, well('not covered')),
    exactly('… who typed three wrong codes, and were shut out', of('locked').length, well('locked')),
  ];
}

async function recoveries(world: World, crowd: Crowd, count: Count): Promise<Entry[]> {
  const wanted = backIn(crowd);
  const ledger = await world.database.query<{ id: string; insured_code: string }>(
    "SELECT id, insured_code FROM password_resets WHERE state = 'done' AND unsettled_member_id IS NULL",
  );
  const portal = await world.portalResets();
  const ones = new Set(ledger.map((row) => row.insured_code));
  const theirs = wanted.filter((code) => ones.has(code)).length;
  const both = ledger.filter((row) => portal.get(row.id) === row.insured_code).length;
  return [
    exactly(
      'recoveries in the ledger, all of them done',
      wanted.length,
      await count('COUNT(*) AS n FROM password_resets'),
    ),
    exactly(
      '… of as many members, and of no others',
      wanted.length,
      ledger.length === ones.size ? theirs : NaN,
    ),
    exactly('… carried out by the portal under the same id', wanted.length, both),
    exactly('resets that the portal has carried out', wanted.length, portal.size),
    exactly('recoveries taken from quotas', wanted.length, await count('SUM(used) AS n FROM reset_tallies')),
    exactly(
      'recoveries in the trail',
      wanted.length,
      await count("COUNT(*) AS n FROM audit WHERE event = 'authn_password_change:reset-done'"),
    ),
  ];
}

async function textMessages({ phones }: World, crowd: Crowd, count: Count): Promise<Entry[]> {
  const ends = (kind: string, states: string) =>
    count(`COUNT(*) AS n FROM outbox WHERE kind = '${kind}' AND state IN (${states})`);
  const sends = await count('SUM(sends) AS n FROM challenges');
  const [done, doubt] = [await ends('sms-code', "'done'"), await ends('sms-code', "'doubt'")];
  const failed = await ends('sms-code', "'failed'");
  const arrived = phones.total();
  const notices = await ends('sms-notice', "'done'");
  const tries = await count("SUM(tries) AS n FROM outbox WHERE kind = 'sms-notice'");
  const told = crowd.visits.filter(({ passer }) => passer.fate === 'back in');
  const untold = told.filter(({ passer }) => phones.notices(passer.mobile) === 0).length;
  return [
    exactly('codes sent, in doubt, or given back since they were not sent', sends, done + doubt + failed),
    exactly(
      'sends in the five purses, without those given back',
      5 * (done + doubt),
      await count("SUM(count) AS n FROM limit_counters WHERE `key` LIKE 'sends:%'"),
    ),
    between('codes that arrived: those sent, and some of those in doubt', done, done + doubt, arrived.codes),
    exactly('members back in without a notice by SMS', 0, untold),
    between('notices that arrived: each once at least, once a try at most', notices, tries, arrived.notices),
  ];
}

/**
 * Questions that were not answered, codes that were not sent and are given back, edits that nobody needs any more, and what
 * is only nice to have and was answered too slowly: it is called once, and words as often as may be.
 */
const mayFail = `kind IN ('portal-account', 'sms-code', 'sms-status', 'sms-credit')
  OR (kind LIKE 'bot-calls:%' AND fault LIKE 'stale or spared%')
  OR (kind LIKE 'bot-calls:%' AND fault = 'too slow' AND tries < ${doubtfulTries})`;

async function queues({ emulator }: World, crowd: Crowd, count: Count): Promise<Entry[]> {
  const accounts = crowd.accounts();
  const written = accounts.reduce(
    (sum, one) =>
      sum + one.messages().filter(({ from }) => from === 'person').length + one.callbacks().length,
    0,
  );
  const updates = await count(
    "COUNT(*) AS n FROM inbox WHERE source LIKE 'telegram:%' OR source LIKE 'bale:%'",
  );
  const repeats = crowd.visits.reduce((sum, { account }) => sum + repeatsIn(account), 0);
  const again = await count("SUM(tries - 1) AS n FROM outbox WHERE kind LIKE 'bot-calls:%' AND tries > 1");
  const twice = crowd.visits.filter(({ account, passer }) => !saidOnce(account, passer.fate)).length;
  return [
    exactly('updates stored, of what people wrote and pressed', written, updates),
    exactly(
      '… not handled, set aside or not fetched',
      0,
      (await count("COUNT(*) AS n FROM inbox WHERE state <> 'done'")) +
        emulator.pending('telegram') +
        emulator.pending('bale'),
    ),
    exactly('members who were not told their end just once', 0, twice),
    between('messages that came twice, one after the other', 0, again, repeats),
    exactly(
      'jobs that failed, but for questions and codes, of which members were told',
      0,
      await count(`COUNT(*) AS n FROM outbox WHERE state = 'failed' AND NOT (${mayFail})`),
    ),
    exactly(
      'jobs in doubt, but for codes',
      0,
      await count("COUNT(*) AS n FROM outbox WHERE state = 'doubt' AND kind <> 'sms-code'"),
    ),
  ];
}

async function staffs({ staff }: Crowd, count: Count): Promise<Entry[]> {
  const codes = staff.brought.map((code) => `'${code}'`).join(', ') || "''";
  return [
    exactly('what staff asked for, answered', staff.asked, staff.answered),
    exactly(
      'members brought by staff in lists',
      staff.brought.length,
      await count(`COUNT(*) AS n FROM members WHERE insured_code IN (${codes})`),
    ),
  ];
}
