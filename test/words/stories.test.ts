import { describe, expect, it } from 'vitest';
import { quotedReasons, refusalOf, vocabulary } from '../../src/audit/vocabulary.js';
import { staffCommands } from '../../src/commands/staff-commands.js';
import type { StaffRole } from '../../src/people/role.js';
import { locales } from '../../src/words/words.js';
import { readLocaleFiles } from './locale-files.js';

const { sentences } = readLocaleFiles(new URL('../../locales/', import.meta.url));
const stories = sentences.filter(({ key }) => key.startsWith('story-'));
const keysOf = (locale: string, prefix: string): string[] =>
  sentences.filter((one) => one.locale === locale && one.key.startsWith(prefix)).map(({ key }) => key);

describe.each(locales)('in %s', (locale) => {
  it('each reason that a reference can stand for has one story, and each story its reason', () => {
    expect(keysOf(locale, 'story-').sort()).toEqual(quotedReasons.map((reason) => `story-${reason}`).sort());
  });

  it('each reason of the trail has a name, and each name its reason', () => {
    const reasons = Object.keys(vocabulary).map((reason) => `event-${reason}`);
    expect(keysOf(locale, 'event-').sort()).toEqual(reasons.sort());
  });

  it('each refusal that is counted has a label, and each label its refusal', () => {
    const kinds = new Set([...refusalOf.values(), 'other']);
    const labels = [...kinds].map((kind) => `chart-refusal-${kind}`);
    expect(keysOf(locale, 'chart-refusal-').sort()).toEqual(labels.sort());
  });
});

const roleWords: Record<string, Record<StaffRole, RegExp>> = {
  fa: { operator: /کارشناس/, supervisor: /سرپرست/, owner: /مالک/ },
  en: { operator: /operator/, supervisor: /supervisor/, owner: /owner/ },
};

it.each(stories)('$locale: $key names only commands that there are, each with its role', (story) => {
  const text = story.texts.join(' ');
  for (const [, name = ''] of text.matchAll(/\/([a-z]+)/g)) {
    const command = staffCommands.find((one) => one.name === name && one.description !== null);
    expect(command?.name).toBe(name);
    expect(text).toMatch(roleWords[story.locale]![command!.least]);
  }
});

it('a member who may ask support under a reference is counted as well', () => {
  const staffWork = /^(code-right|reset-|not-m[ey]|staff-|approval-|import-)/;
  const uncounted = quotedReasons.filter((reason) => !('counts' in vocabulary[reason]));
  expect(uncounted.filter((reason) => !staffWork.test(reason))).toEqual([]);
});
