import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { causes } from '../src/alerts/causes.js';
import { localesFolder } from '../src/app/locales.js';
import { deviations } from '../src/cli/checks/odds.js';
import { staffCommands } from '../src/commands/staff-commands.js';
import { readConfig } from '../src/config/config.js';
import { secretSettings } from '../src/config/known-settings.js';
import { usualSecondAfterMs } from '../src/people/second-persons.js';
import { unusedForMs } from '../src/reset/bound-chats.js';
import { oddsOf, worstLock, worstYear } from '../src/reset/odds.js';
import { defaultPolicy as policy } from '../src/reset/policy.js';
import { loadWords } from '../src/words/load-words.js';
import { least } from './config/complete-settings.js';
import { onMariaDb, usualSequences } from './insider/sequences.js';
import { bare, named, read, rows, section } from './support/documents.js';
import { sourceFiles } from './support/source-files.js';
import { everySetting } from './support/settings.js';
import { readLocaleFiles } from './words/locale-files.js';

/** Not a setting of ours, but it makes the product refuse toys. */
const outside: [string, string] = ['NODE_ENV', ''];

describe('settings', () => {
  const book = read('docs/settings.md');
  const isSetting = ([name = '']: string[]): boolean => name.startsWith('`');

  it('stand in docs/settings.md, each with its default', async () => {
    const told = rows(book)
      .filter(isSetting)
      .map(([name, standard]): [string, string] => [bare(name), bare(standard)]);
    const wanted = [...(await everySetting()), outside];
    expect(told.sort()).toEqual(wanted.sort());
  });

  it('stand in the example that operators begin with, each with its default', async () => {
    const told = read('.env.example')
      .split('\n')
      .flatMap((line) => {
        const [, name, value = ''] = /^#?([A-Z][A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
        return name && name !== 'NODE_ENV' ? [[name, value]] : [];
      });
    expect(told.sort()).toEqual([...(await everySetting())].sort());
  });

  it('stand in the same order and mean the same in both', () => {
    const example = read('.env.example').matchAll(/^# (.+)\n#?([A-Z][A-Z0-9_]+)=/gm);
    const told = rows(book).filter(isSetting);
    expect([...example].map(([, meaning, name]) => [name, meaning])).toEqual(
      told.map(([name, , meaning]) => [bare(name), bare(meaning)]),
    );
    expect(told.filter(([, , meaning]) => !meaning)).toEqual([]);
  });

  it('that may stand in a file of their own are named', () => {
    const told = named(section(book, 'Secrets in files'), /`([A-Z_]+)`/g);
    expect(told.sort()).toEqual([...secretSettings()].sort());
  });
});

describe('the README', () => {
  const readme = read('README.md');

  it('names every command of staff, what it does and who may use it', () => {
    const words = loadWords(localesFolder());
    const told = rows(section(readme, 'Staff')).filter(([name = '']) => name.startsWith('`/'));
    const wanted = staffCommands.flatMap(({ name, description, least }) =>
      description ? [[`\`/${name}\``, words.say('en', description), least]] : [],
    );
    expect(told).toEqual(wanted);
  });

  it('shows the bot saying what it says', () => {
    const said = named(readme, /^رمزیار\s+(.+?)(?: …)?$/gm);
    const { sentences } = readLocaleFiles(new URL('../locales/', import.meta.url));
    const sayable = sentences.flatMap(({ locale, texts }) => (locale === 'fa' ? texts : []));
    expect(said.length).toBeGreaterThan(2);
    expect(said.filter((line) => !sayable.some((text) => text.includes(line)))).toEqual([]);
  });

  it('can be read in one go', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  });
});

describe('docs/performance.md', () => {
  const performance = read('docs/performance.md');

  it('names programs that are there, each with its command', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const compiled = [
      ...performance.matchAll(/npx tsc -p bench && node dist\/bench\/([\w-]+)\.js [\w:/@.]+/g),
    ];
    const run = [...performance.matchAll(/npm run ([\w:]+)/g)].map(([command, name = '']) => [
      command,
      /dist\/bench\/([\w-]+)\.js$/.exec(scripts[name] ?? '')?.[1],
    ]);
    const commands = [...compiled, ...run];
    expect(commands.length).toBeGreaterThan(1);
    for (const [command, program = ''] of commands) expect(read(`bench/${program}.ts`)).toContain(command);
  });

  it('tells what bounds a crowd as the settings have it', async () => {
    const settings = await everySetting();
    const bounds = rows(performance).filter(([name = '']) => settings.has(bare(name)));
    expect(bounds.length).toBeGreaterThan(3);
    for (const [name, standard] of bounds) expect(bare(standard), name).toBe(settings.get(bare(name)));
  });
});

describe('what is put up beside the product', () => {
  it('sets nothing that the product does not read', async () => {
    const known = [...(await everySetting()).keys(), ...outside];
    const compose = parse(read('deploy/compose.yaml')) as {
      services: { ramzyar: { environment: Record<string, string> } };
    };
    const unit = [...read('deploy/ramzyar.service').matchAll(/^Environment=(\w+)=/gm)].map(
      ([, name = '']) => name,
    );
    const set = [...Object.keys(compose.services.ramzyar.environment), ...unit];
    expect(set.length).toBeGreaterThan(5);
    expect(set.map((name) => name.replace(/_FILE$/, '')).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('what staff are told by itself', () => {
  it('stands in the operator’s book, each with what to do', () => {
    const [, section = ''] = read('docs/operations.md').split(
      'What staff are told in their chats, by itself',
    );
    const told = rows(section.split('Lines of the log')[0] ?? '').slice(2);
    expect(told.map(([name]) => bare(name))).toEqual(Object.keys(causes));
    expect(told.filter(([, means, what]) => !means || !what)).toEqual([]);
  });
});

describe('lines of the log', () => {
  it('stand in the operator’s book as the program writes them', () => {
    const [, section = ''] = read('docs/operations.md').split('Lines of the log');
    const told = rows(section.split('`/metrics`')[0] ?? '')
      .map(([line]) => line ?? '')
      .filter((line) => line.startsWith('`'));
    const program = sourceFiles('src')
      .map(({ code }) => code)
      .join('\n');
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((line) => !program.includes(bare(line)))).toEqual([]);
  });
});

describe('templates to be pasted into a vendor’s panel', () => {
  const words = loadWords(localesFolder());
  const [, section = ''] = read('docs/operations.md').split('## Templates ready to paste');
  const templates = [...section.matchAll(/^```\n([^`]+)\n```$/gm)].map(([, text = '']) => text);
  const [code, minutes, messenger] = ['04711', '10', words.plain('fa', 'sms-messenger-telegram')];
  const [event, support] = [words.plain('fa', 'sms-event-reset'), '021-1234567 890'];

  it.each([
    { '%token': code, '%token2': minutes, '%token3': messenger },
    { '%token20': event, '%token': support },
    { '#CODE#': code, '#MINUTES#': minutes, '#MESSENGER#': messenger },
    { '#EVENT#': event, '#SUPPORT#': support },
    { '{0}': code, '{1}': minutes, '{2}': messenger },
    { '{0}': event, '{1}': support },
  ])('have the blanks that are filled, and fit into one message: %o', (blanks) => {
    const wanted = Object.keys(blanks).sort().join();
    const template = templates.find((one) => blanksOf(one).sort().join() === wanted);
    expect(template).toBeDefined();
    const filled = template?.replaceAll(blank, (name) => (blanks as Record<string, string>)[name] ?? '');
    expect(filled?.length).toBeLessThanOrEqual(70);
    expect(filled?.startsWith('بیمه نوین')).toBe(true);
  });

  const blank = /%token\d*|#[A-Z]+#|\{\d\}/g;
  const blanksOf = (template: string): string[] => template.match(blank) ?? [];
});

describe('the numbers of docs/security.md', () => {
  const told = new Map(rows(read('docs/security.md')).map(([what = '', value = '']) => [what, value]));
  const codes = 10 ** policy.codeDigits;
  const odds = (tries: number): string => (tries / codes).toExponential();
  const reckoned = oddsOf(policy);
  const minutes = policy.wrongPairWaitsMs.map((ms) => ms / 60_000);

  it.each([
    ['possible codes', `${codes.toLocaleString('en')} (${policy.codeDigits} digits, leading zeros kept)`],
    [
      'wrong codes that end a challenge',
      `${policy.wrongCodesPerChallenge}, so ${odds(policy.wrongCodesPerChallenge)} a challenge`,
    ],
    [
      'wrong codes in a row that lock the reset path for a purse, over its challenges',
      `${policy.wrongCodesInRow}, so ${odds(policy.wrongCodesInRow)} a lock`,
    ],
    ['first lock', `${policy.lockMs / 3_600_000} hours`],
    [
      'sends of one challenge',
      `${policy.sendPausesMs.length + 1}, after pauses of ${policy.sendPausesMs.map((ms) => `${ms / 1_000} s`).join(' and ')}`,
    ],
    ['sends to one mobile, and for one member, a day', `${policy.sendsPerMobileAndDay} in each purse`],
    ['sends to one mobile, and for one member, a day', `${policy.sendsPerMemberAndDay} in each purse`],
    [
      'sends to a number that is only offered, a day',
      `${policy.sendsPerOfferedMobileAndDay}, of a purse of its own`,
    ],
    ['sends from one chat an hour', String(policy.sendsPerChatAndHour)],
    ['sends of the whole bot', `${policy.sendsPerHour} an hour, ${policy.sendsPerDay} a day`],
    [
      'wrong pairs from one chat',
      `${policy.wrongPairsPerChat}, then waits of ${minutes.slice(0, -2).join(', ')} and ${minutes.at(-2)} minutes, then a day each`,
    ],
    [
      'wrong pairs about one insured code, and one national ID, a day',
      `${policy.wrongPairsPerIdentifierAndDay} in each purse`,
    ],
    [
      "questions to the operators' register about one member, a day",
      `${policy.ownerQuestionsPerMemberAndDay}, then staff`,
    ],
    ['recoveries in a period of cover', `${policy.resetsPerPeriod}, refused by the database itself`],
  ])('hold: %s', (what, value) => {
    expect(told.get(what)).toBe(value);
  });

  it.each([
    ['one member, by strangers, while neither staff nor member act', reckoned.untilStaff],
    ['one member, by strangers, in a year', reckoned.yearOfStrangers],
    ['one member, by somebody who also has a bound chat, in a year', reckoned.year],
    ['all members together, a day of guessing', reckoned.dayOverAll],
  ])('hold as they are reckoned: %s', (what, value) => {
    expect(Number(told.get(what))).toBeCloseTo(value, 12);
  });

  it('stand beside deviations that the doctor names, each by the same name, and no others', () => {
    const [, , ...told] = rows(section(read('docs/security.md'), 'Deviations, by name'));
    expect(deviations).toEqual(told.map(([name]) => name));
  });

  it('hold where it says what one insider can still do, and how that is looked for', () => {
    const [text, hours] = [read('docs/security.md'), (ms: number): string => `(${ms / 3_600_000} hours)`];
    expect(text.match(/^## What one insider can still do$/gm)).toHaveLength(1);
    expect(text).toContain(`\`SECOND_PERSON_AFTER_HOURS\` ${hours(usualSecondAfterMs)}`);
    expect(text).toContain(`\`NUMBER_COOL_OFF_HOURS\` ${hours(policy.numberCoolOffMs)}`);
    expect(text).toContain(`\`KEEP_AFTER_COVER_DAYS\` (${readConfig(least).facts.keptDays} days)`);
    expect(text).toContain(`or after ${unusedForMs / 86_400_000} days without use`);
    expect(text).toContain(`ten more tries (${odds(policy.wrongCodesInRow)})`);
    expect(text).toContain(
      `plays ${usualSequences} sequences on SQLite and ${onMariaDb(usualSequences)} on MariaDB`,
    );
  });

  it('hold in the reckoning of the worst year', () => {
    const text = read('docs/security.md');
    expect(text).toContain(`strangers have ${2 * policy.wrongCodesInRow} tries before staff have to act`);
    expect(text).toContain(
      `of a lock above ${worstLock.toExponential()}, those of a year above ${worstYear.toExponential()}`,
    );
    expect(minutes.at(-1)).toBe(24 * 60);
    expect(policy.codeLifeMs).toBe(5 * 60_000);
    expect(told.has('code life of five minutes')).toBe(true);
  });
});
