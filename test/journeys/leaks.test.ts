import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colleague } from '../../playground/cast.js';
import type { Fault } from '../../playground/emulator/faults.js';
import { systemClock } from '../../src/clock.js';
import { platformNames, type PlatformName } from '../../src/platforms.js';
import { foldDigits } from '../../src/identity/digits.js';
import { makeColleague } from '../import/chat-harness.js';
import { castDays, textOf } from '../import/list-harness.js';
import { databases } from '../support/databases.js';
import { everythingIn } from '../support/everything-in.js';
import { invent, type Invented } from '../support/invented.js';
import { makeSearch, type Search } from '../support/secrets.js';
import { runMain, type StartedProduct } from '../support/started-product.js';
import { openTown, type Town } from '../support/town.js';
import { jibitKeys, jibitStandIn, type OwnershipVendor } from '../support/vendors/ownership.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { codeIn, walk } from '../support/walk.js';
import { uninsured, visitOf } from './visits.js';

const people = Array.from({ length: 200 }, (_, at) => invent(at, visitOf(at).onRecord));
const troubled = (what: 'vendor' | 'portal') =>
  people
    .filter((_, at) => visitOf(at).troubled === what)
    .map(({ phone, insuredCode }) => phone + insuredCode);
const messengers: readonly PlatformName[] = platformNames;

/** Answers some requests with a page that quotes all of them, as a proxy's or a programmer's would. */
const quoting: MiddlewareHandler = async (c, next) => {
  const asked = `${c.req.url} ${JSON.stringify(c.req.header())} ${await c.req.text()}`;
  const about = (one: string): boolean => asked.includes(one.slice(0, 11)) || asked.includes(one.slice(11));
  const fails = c.req.path.includes('/verify/')
    ? troubled('vendor').some(about)
    : c.req.method === 'GET' && troubled('portal').some(about);
  return fails ? c.html(`<h1>${asked}</h1>`, 502) : next();
};

/** What goes wrong between us and the messengers, one after the other. */
const faults: readonly Fault[] = [
  { kind: 'reset', when: 'before' },
  { kind: 'not-json', status: 502 },
  { kind: 'reset', when: 'after' },
  { kind: 'server-error' },
  { kind: 'too-many-requests', retryAfter: 1 },
];

describe.each(databases)('$name', (kind) => {
  describe.skipIf(kind.missing)('after two hundred dialogues', () => {
    let register: OwnershipVendor;
    let town: Town;
    let product: StartedProduct;
    let search: Search;
    let pages = '';
    beforeAll(async () => {
      register = await jibitStandIn(people, (mobile) => /[02468]$/.test(mobile));
      const settings = {
        ...{ OWNERSHIP: 'jibit', JIBIT_URL: `${register.url}/ide` },
        ...{ ADMINS: `telegram:${parvaneh.accounts.telegram}` },
        ...{ JIBIT_API_KEY: jibitKeys.apiKey, JIBIT_SECRET_KEY: jibitKeys.secretKey },
      };
      town = await openTown(kind, people, { messengers, inFront: quoting, settings });
      const operators = await deadAddress();
      const { port: HTTP_PORT } = new URL(operators);
      product = runMain({ ...town.settings, HTTP_PORT, LOG_LEVEL: 'debug' });
      await product.writes('started');
      await inLanes(10, people, (member) => visit(town, member));
      await staffAtWork(town);
      for (const page of ['healthz', 'readyz', 'metrics'])
        pages += await (await fetch(`${operators}/${page}`)).text();
      search = makeSearch(secretsOf(town));
    }, 400_000);
    afterAll(async () => {
      await product.stop();
      await Promise.all([town.close(), register.close()]);
    });

    it('a search that is worth its name finds what is planted', () => {
      const { nationalId, phone, name } = people[0]!;
      const spaced = [...phone.slice(1)].map((digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]).join(' ');
      const [code = ''] = secretsOf(town).codes;
      const planted: [string, string][] = [
        [`{"id":"${nationalId}"}`, 'a national ID'],
        [Buffer.from(`id ${nationalId}`).toString('base64'), 'a national ID'],
        [Buffer.from(nationalId).toString('hex'), 'a national ID'],
        [`+98 ${spaced}`, 'a mobile'],
        [`{"name":"${name}"}`, 'a name'],
        [Buffer.from(`نام ${newName(people[0]!)}`).toString('base64'), 'a name'],
        [`{"text":"${code}"}`, 'a code'],
        [`POST ${town.emulator.root('bale')}/bot${town.emulator.token('bale')}/sendMessage`, 'bale token'],
      ];
      for (const [text, kindOfIt] of planted) {
        expect(search(`… ${text} …`)).toContain(kindOfIt);
        expect(search(asInFile(`… ${text} …`))).toContain(kindOfIt);
      }
      for (const cut of [`bale:${code}`, `telegram:700001:${code}`])
        expect(search(asInFile(`${cut}\u0000…`))).toEqual([]);
      expect(membersNamedIn(`{"asked":"member_${people[0]!.insuredCode}"} took 0.35200000000000004`)).toEqual(
        [people[0]!],
      );
    });

    it('nothing private is in the log, nor on the operators’ pages', () => {
      const log = product.written();
      expect(log.split('\n').length).toBeGreaterThan(people.length * 10);
      expect(log).toContain('job not done');
      expect(log).toContain('no clear answer whose a mobile is');
      expect(log).toContain('list:telegram');
      expect(search(withoutOwnNumbers(log))).toEqual([]);
      expect(search(pages)).toEqual([]);
      expect(membersNamedIn(log + pages)).toEqual([]);
    });

    it('nothing private is in the clear in any table', async () => {
      const cells = await everythingIn(town.db);
      expect(cells.some(({ place, text }) => place === 'dialogues.state' && text !== '')).toBe(true);
      const found = cells.flatMap(({ place, text }) => search(text).map((what) => `${what} in ${place}`));
      expect([...new Set(found)]).toEqual([]);
    });

    if (kind.name === 'SQLite')
      it('nothing private is in the files of the database, deleted rows included', () => {
        const folder = dirname(town.settings.DATABASE_URL?.slice('sqlite:'.length) ?? '');
        for (const file of readdirSync(folder))
          expect(search(asInFile(readFileSync(join(folder, file), 'utf8'))), file).toEqual([]);
      });
  });
});

/** Whose insured code stands there as a number of its own: the fractions of a measured second hold any six digits. */
function membersNamedIn(text: string): Invented[] {
  const numbers = new Set(foldDigits(text).match(/\d+(\.\d+)?/g));
  return people.filter(({ insuredCode }) => numbers.has(insuredCode));
}

/** Rows and processes are numbered from one on, and one such number may well be somebody's code. */
const withoutOwnNumbers = (log: string): string => log.replace(/"(entry|pid)":\d+/g, '"$1":0');

/**
 * In a file cells touch one another: a moment's thousandths and a message's number after them can read like a code. And
 * what has been written over in part may end in the middle of a chat's key, which then ends in five digits.
 */
const asInFile = (file: string): string =>
  file
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}/g, ' a moment ')
    .replace(/(telegram|bale):\d+(:\d*)?/g, ' a chat ');

async function visit({ emulator, phone }: Town, member: Invented): Promise<void> {
  const number = people.indexOf(member);
  const chat = emulator.account({
    messenger: messengers[number % messengers.length]!,
    id: member.account,
    firstName: 'ر',
    phone: member.phone,
  });
  const fault = number % 3 === 0 ? faults[(number / 3) % faults.length] : undefined;
  if (fault) emulator.faults.next(fault, { method: 'sendMessage' });
  await visitOf(number).visit(walk(member, chat, phone), member);
}

const parvaneh = colleague('owner');
/** Another one, which a list tells. */
const newName = ({ name }: Invented): string => name.replace(/پور$/, 'زاده');

/** Somebody's file is looked into, and a list of other names is read, told of and applied; some of it cannot be taken. */
async function staffAtWork({ emulator }: Town): Promise<void> {
  const id = parvaneh.accounts.telegram;
  const account = emulator.account({ messenger: 'telegram', id, firstName: parvaneh.name });
  const { hears, said } = makeColleague(account, 'fa', 60_000);
  const [first, second, ...others] = people.slice(0, 20);
  const days = castDays(systemClock);
  const lines = [
    ...others.map((one) => ({ ...one, ...days, mobile: '', name: newName(one) })),
    { ...first!, ...days, mobile: '', name: newName(first!).padEnd(201, ' آ') },
    { ...second!, ...days, mobile: newName(second!), name: `${newName(second!)}\u202e` },
  ];
  account.say(`/member ${first!.insuredCode}`);
  await hears('member-title');
  account.say('/import');
  await hears('list-wanted');
  account.sendDocument(Buffer.from(textOf(lines)), 'list.csv', 'text/csv');
  await hears('ask-apply-list', { faulty: 1 });
  account.press(said('button-staff-yes'));
  await hears('list-over-applied', { overtaken: 0 });
  account.say(`/member ${others[0]!.insuredCode}`);
  await account.waitFor(newName(others[0]!), { timeout: 60_000 });
}

function secretsOf({ emulator, phone, settings }: Town) {
  const { APP_KEYS = '', KAVENEGAR_API_KEY = '', PORTAL_API_TOKEN = '', PORTAL_API_SECRET = '' } = settings;
  const everybody = [...people, ...people.map(uninsured)];
  return {
    nationalIds: everybody.map(({ nationalId }) => nationalId),
    mobiles: everybody.map((one) => one.phone),
    names: [...everybody.map(({ name }) => name), ...people.map(newName)],
    codes: people.flatMap((one) => phone.inbox(one.phone)).flatMap(({ text }) => codeIn(text) ?? []),
    texts: {
      'telegram token': emulator.token('telegram').split(':')[1] ?? '',
      'bale token': emulator.token('bale').split(':')[1] ?? '',
      'application key': APP_KEYS,
      'application key in hex': Buffer.from(APP_KEYS, 'base64').toString('hex'),
      'vendor key': KAVENEGAR_API_KEY,
      'portal token': PORTAL_API_TOKEN,
      'portal secret': PORTAL_API_SECRET,
      'register key': jibitKeys.apiKey,
      'register secret': jibitKeys.secretKey,
    },
  };
}

/** So many at once, each lane one after the other. */
async function inLanes<T>(lanes: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
