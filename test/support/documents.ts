import { existsSync, readFileSync } from 'node:fs';

/** A file of the project, by its path from the top. */
export const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

export const isThere = (path: string): boolean => existsSync(new URL(`../../${path}`, import.meta.url));

/** What stands under `## title`, up to the next heading of that rank. */
export const section = (text: string, title: string): string =>
  (text.split(`\n## ${title}\n`)[1] ?? '').split('\n## ')[0] ?? '';

/** What the pattern's first group finds in a text, each time. */
export const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

/** The cells of every row of a text's tables. */
export const rows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );

/** A cell without its marks; empty for a dash. */
export const bare = (cell = ''): string => cell.replaceAll('`', '').replace(/^–$/, '');
