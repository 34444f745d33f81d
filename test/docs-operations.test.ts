import { describe, expect, it } from 'vitest';
import { causes } from '../src/alerts/causes.js';
import { localesFolder } from '../src/app/locales.js';
import { loadWords } from '../src/words/load-words.js';
import { bare, read, rows } from './support/documents.js';
import { sourceFiles } from './support/source-files.js';

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
