import { describe, expect, it } from 'vitest';
import { platformNames } from '../../src/platforms.js';
import { locales } from '../../src/words/words.js';
import { readLocaleFiles } from './locale-files.js';

const { sentences } = readLocaleFiles(new URL('../../locales/', import.meta.url));
const [known = ''] = platformNames;

describe.each(locales)('in %s', (locale) => {
  const own = sentences.filter((sentence) => sentence.locale === locale);
  const choosing = own.filter(({ choices }) => choices.some((names) => names.includes(known)));
  const named = own.map(({ key }) => key).filter((key) => key.endsWith(`-${known}`));

  it('there are sentences that name the messenger', () => {
    expect(choosing.length).toBeGreaterThan(3);
    expect(named.length).toBeGreaterThan(1);
  });

  it.each(platformNames)('a sentence that names the messenger names %s as well', (platform) => {
    const silent = choosing.filter(({ choices }) =>
      choices.some((names) => names.includes(known) && !names.includes(platform)),
    );
    expect(silent.map(({ key }) => key)).toEqual([]);
  });

  it.each(platformNames)('whatever is said once for each messenger is said for %s', (platform) => {
    const keys = new Set(own.map(({ key }) => key));
    const wanted = named.map((key) => key.replace(new RegExp(`-${known}$`), `-${platform}`));
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });
});
