import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colleague } from '../../playground/cast.js';
import { systemClock } from '../../src/clock.js';
import { foldDigits } from '../../src/identity/digits.js';
import { makeColleague } from '../import/chat-harness.js';
import { castDays, textOf } from '../import/list-harness.js';
import { databases } from '../support/databases.js';
import { everythingIn } from '../support/everything-in.js';
import type { Invented } from '../support/invented.js';
import { makeSearch, type Search } from '../support/secrets.js';
import { runMain, type StartedProduct } from '../support/started-product.js';
import { openTown, type Town } from '../support/town.js';
import { jibitKeys, jibitStandIn, type OwnershipVendor } from '../support/vendors/ownership.js';
import { deadAddress } from '../support/vendors/stand-in.js';
import { codeIn } from '../support/walk.js';
import { uninsured } from './visits.js';
import { inLanes, messengers, people, quoting, visit } from './troubled-visits.js';

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
