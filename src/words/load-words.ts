import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from '@fluent/bundle';
import { Instant, makeFunctions } from './functions.js';
import { localeTags } from './instants.js';
import type { Blanks, Locale, Words } from './words.js';

/**
 * Reads the sentences of all locales from a folder: all that end as `member.fa.ftl` does.
 * Throws when a locale has none, or a key is there twice.
 */
export function loadWords(folder: string): Words {
  const marked = bundles(folder, true);
  const unmarked = bundles(folder, false);
  return {
    say: (locale, key, blanks) => withCommandsKept(filled(marked[locale], locale, key, blanks), locale),
    plain: (locale, key, blanks) => filled(unmarked[locale], locale, key, blanks),
    has: (locale, key) => Boolean(marked[locale].getMessage(key)?.value),
  };
}

/**
 * In a line that runs from right to left, the slash would change to the other side of its command, and the Latin words after
 * the command might change places: marks keep them as they are typed.
 */
const withCommandsKept = (sentence: string, locale: Locale): string =>
  locale === 'fa' ? sentence.replace(/(?<!\S)\/[a-z]+(?: [a-z]+)*/g, '\u2068$&\u2069') : sentence;

function bundles(folder: string, useIsolating: boolean): Record<Locale, FluentBundle> {
  const files = readdirSync(folder).sort();
  const bundleOf = (locale: Locale): FluentBundle => {
    const own = files.filter((file) => file.endsWith(`.${locale}.ftl`));
    if (own.length === 0) throw new Error(`no words for ${locale}`);
    const bundle = new FluentBundle(localeTags[locale], { useIsolating, functions: makeFunctions(locale) });
    for (const file of own) {
      const [fault] = bundle.addResource(new FluentResource(readFileSync(join(folder, file), 'utf8')));
      if (fault) throw new Error(`${file}: ${fault.message}`);
    }
    return bundle;
  };
  return { fa: bundleOf('fa'), en: bundleOf('en') };
}

function filled(bundle: FluentBundle, locale: Locale, key: string, blanks: Blanks = {}): string {
  const pattern = bundle.getMessage(key)?.value;
  if (!pattern) throw new Error(`no words in ${locale} for ${key}`);
  const faults: Error[] = [];
  const sentence = bundle.formatPattern(pattern, variables(blanks, locale), faults);
  const [fault] = faults;
  if (fault) throw new Error(`words in ${locale} for ${key}: ${fault.message}`);
  return sentence;
}

const variables = (blanks: Blanks, locale: Locale): Record<string, FluentVariable> =>
  Object.fromEntries(Object.entries(blanks).map(([name, value]) => [name, variable(value, locale)]));

function variable(value: string | number | Date, locale: Locale): FluentVariable {
  if (typeof value === 'number') return new FluentNumber(value, { useGrouping: false });
  return value instanceof Date ? new Instant(value, locale) : value;
}
