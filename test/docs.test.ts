import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { localesFolder } from '../src/app/locales.js';
import { staffCommands } from '../src/commands/staff-commands.js';
import { secretSettings } from '../src/config/known-settings.js';
import { loadWords } from '../src/words/load-words.js';
import { bare, named, read, rows, section } from './support/documents.js';
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
