import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { localesFolder } from '../../src/app/locales.js';
import { readConfig } from '../../src/config/config.js';
import { day } from '../../src/durations.js';
import { importKeptMs } from '../../src/import/purge.js';
import { parkedKeptMs } from '../../src/intake/purge.js';
import { identityNoticeKeptMs } from '../../src/members/purge.js';
import { loadWords } from '../../src/words/load-words.js';
import { least } from './complete-settings.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const words = loadWords(localesFolder());
const { facts } = readConfig(least);

/** The row of the README's table of what is stored. */
const row = (what: string): string =>
  readme.split('\n').find((line) => line.startsWith('|') && line.includes(what)) ?? '';

it('the README keeps members as long as the settings do, and everything else as long as the program does', () => {
  expect(row('national ID, mobile and name')).toContain(
    `until ${facts.keptDays} days after the end of cover`,
  );
  expect([parkedKeptMs / day, row('updates on their way in')]).toEqual([
    7,
    expect.stringContaining('what could not be handled for seven days'),
  ]);
  expect([importKeptMs / day, row('lists of members')]).toEqual([14, expect.stringContaining('two weeks')]);
  expect(row('who is told of a changed number')).toContain(`${identityNoticeKeptMs / day} days`);
});

it.each([
  [
    'fa',
    `تا ${new Intl.NumberFormat('fa', { useGrouping: false }).format(facts.keptDays)} روز پس از پایان پوشش`,
    'هفت روز',
  ],
  ['en', `until ${facts.keptDays} days after the end of your cover`, 'seven days'],
] as const)('a member reads the same under /privacy (%s)', (locale, kept, parked) => {
  const blanks = { account: 'telegram:1', support: facts.supportContact, ...facts };
  const said = words.plain(locale, 'privacy', blanks as never);
  expect(said).toContain(kept);
  expect(said).toContain(parked);
});
