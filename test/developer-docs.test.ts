import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './support/source-files.js';
import { isThere, named, read, section } from './support/documents.js';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...['architecture', 'decisions', 'operations', 'performance', 'security', 'settings'].map(
    (name) => `docs/${name}.md`,
  ),
];
const { scripts, version } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  version: string;
};

/** Where parts of the project are, as texts name them. */
const folders = [
  'src',
  'conversations',
  'entities',
  'locales',
  'playground',
  'test',
  'bench',
  'abuse-lab',
  'docs',
  'deploy',
];
const inside = new RegExp(`\`((?:${folders.join('|')})/[^\`\\s]*)\``, 'g');

/** `src/commands/<command>.ts` stands for any: what must be there is its folder. */
const place = (path: string): string => (path.includes('<') ? dirname(path.split('<')[0] + 'x') : path);

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names files and folders that are there', () => {
    const made = read('.gitignore').split('\n');
    const paths = named(text, inside).filter((path) => !made.includes(path));
    expect(paths.filter((path) => !isThere(place(path)))).toEqual([]);
  });

  it('links to what is there', () => {
    const links = named(text, /\]\(([^):#]+)(?:#[^)]*)?\)/g);
    expect(links.filter((path) => !isThere(join(dirname(document), path)))).toEqual([]);
  });

  it('names commands that are there', () => {
    const commands = named(text, /(?:^|`|&& )npm (?:run (?:--silent )?)?([a-z:-]+)/gm);
    const own = ['ci', ...Object.keys(scripts)];
    expect(commands.filter((name) => !own.includes(name))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const floors = section(read('docs/architecture.md'), 'The floors');
  const rooms = named(floors, /^ +- `([\w/-]+)\/`: ./gm);

  it('names every room of the house, once', () => {
    const here = readdirSync(new URL('../src', import.meta.url), { withFileTypes: true });
    const inSource = here.filter((entry) => entry.isDirectory()).map(({ name }) => `src/${name}`);
    const wanted = [...inSource, 'conversations', 'entities'];
    expect(wanted.filter((room) => !rooms.includes(room))).toEqual([]);
    expect(new Set(rooms).size).toBe(rooms.length);
  });

  it('lists them so that each imports only what stands further down', () => {
    const folderOf = (path: string) => rooms.find((room) => path.startsWith(`${room}/`));
    const lines = sourceFiles('src', 'conversations', 'entities').flatMap(({ path, imports }) =>
      imports.map(({ from }) => ({ path, from, room: folderOf(path), to: folderOf(from) })),
    );
    const upwards = lines.filter(
      ({ room, to }) => room && to && room !== to && rooms.indexOf(to) < rooms.indexOf(room),
    );
    expect(upwards.map(({ path, from }) => `${path} imports ${from}`)).toEqual([]);
  });
});

describe('docs/decisions.md', () => {
  const decisions = [...read('docs/decisions.md').matchAll(/^## (\d+)\. .+ \((\d{4}-\d\d-\d\d)\)$/gm)];

  it('numbers them one after the other, each with its day', () => {
    const headings = named(read('docs/decisions.md'), /^## (.+)$/gm);
    expect(decisions.map(([, number]) => Number(number))).toEqual(headings.map((_, at) => at + 1));
  });
});

describe('CHANGELOG.md', () => {
  const headings = named(read('CHANGELOG.md'), /^## (.+)$/gm);

  it('begins with what comes, and then with the version that package.json names', () => {
    expect(headings[0]).toBe('Unreleased');
    expect(headings[1]).toContain(`${version} (`);
  });

  it('names each version once, the newest first, with its day', () => {
    const days = headings
      .slice(1)
      .flatMap((heading) => named(heading, /^\d+\.\d+\.\d+ \((\d{4}-\d\d-\d\d)\)$/g));
    expect(days.length).toBe(headings.length - 1);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(new Set(headings).size).toBe(headings.length);
  });
});
