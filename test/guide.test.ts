import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localesFolder } from '../src/app/locales.js';
import { staffCommands } from '../src/commands/staff-commands.js';
import { loadWords } from '../src/words/load-words.js';
import { anywhere, inPersian } from './words/spelling.js';
import { unusedWords } from './words/unused-words.js';

const folder = new URL('../docs/', import.meta.url);
const guide = readFileSync(new URL('admins.fa.md', folder), 'utf8');
const words = loadWords(localesFolder());
const roles = { operator: 'کارشناس', supervisor: 'سرپرست', owner: 'مالک' };
const code = (text: string): string => `<code dir="ltr">${text}</code>`;

const shown = staffCommands.flatMap(({ name, description, least }) =>
  description ? [{ name, does: words.say('fa', description), role: roles[least] }] : [],
);

/** What is written under a heading of this level, up to the next one. */
const under = (heading: string): string => {
  const [, after = ''] = guide.split(`\n${heading}\n`);
  return after.split(/\n#{2,3} /)[0] ?? '';
};

describe('the guide for staff', () => {
  it('has every command in its table, with what it does and the least role', () => {
    const cells = guide
      .split('\n')
      .filter((line) => line.startsWith(`| ${code('/').slice(0, 16)}`))
      .map((line) =>
        line
          .split('|')
          .slice(1, 4)
          .map((cell) => cell.trim()),
      );
    expect(cells).toEqual(shown.map(({ name, does, role }) => [code(`/${name}`), does, role]));
  });

  it.each(shown)('tells of /$name under a heading of its own, and whose it is', ({ name, role }) => {
    const [heading = ''] = guide.split('\n').filter((line) => line.startsWith(`### ${code(`/${name}`)} `));
    const section = under(heading);
    expect(section).toContain(`**نقش:** ${role}`);
    expect(section.length).toBeGreaterThan(80);
  });

  it('tells of no command that is not there', () => {
    const known = ['reset', 'privacy', 'cancel', 'notices', 'support', ...shown.map(({ name }) => name)];
    const told = [...guide.matchAll(/^\/([a-z]+)|<code dir="ltr">\/([a-z]+)/gm)].map(
      ([, one, other]) => one ?? other,
    );
    expect(told.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('says of what needs a second person that it does', () => {
    const both = ['clearmobile', 'setmobile', 'grant'];
    for (const { name, does } of shown.filter((command) => both.includes(command.name))) {
      expect(guide).toContain(`### ${code(`/${name}`)} ${does.split('،')[0]}`);
      expect(
        under(guide.split('\n').find((line) => line.startsWith(`### ${code(`/${name}`)}`)) ?? ''),
      ).toContain('نفر دوم');
    }
  });

  it('has its pictures, its documents and its places', () => {
    const linked = [...guide.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
    expect(linked.filter((path) => path.endsWith('.png')).length).toBeGreaterThanOrEqual(3);
    expect(linked.filter((path) => !existsSync(new URL(path, folder)))).toEqual([]);
  });

  it('is spelled as the sentences of the bot are', () => {
    const prose = guide
      .replace(/```[^]*?```/g, '')
      .replace(/<code[^>]*>[^<]*<\/code>/g, 'CODE')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/<[^>]+>|\*\*/g, '')
      .replace(/^(#+|-|\d+\.) |^\| | \|$|^\|[ -|]+\|$/gm, '')
      .replace(/ +\| +/g, '\n')
      .split('\n')
      .map((line) => line.trim());
    const slips = [...anywhere, ...inPersian, ...unusedWords].flatMap(({ rule, pattern }) =>
      prose.filter((line) => pattern.test(line)).map((line) => `${rule}: ${line}`),
    );
    expect(slips).toEqual([]);
  });
});
