import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cast, staffCast } from '../../playground/cast.js';
import { staffCommands } from '../../src/commands/staff-commands.js';
import { platformNames } from '../../src/platforms.js';
import type { Locale } from '../../src/words/words.js';
import { bare } from '../conversations/screen.js';
import { opening, openCrew, sentences, type Crew } from './staff-crew.js';
import { plays } from './staff-plays.js';

const typed = staffCommands.filter(({ description }) => description !== null);

const scenes = platformNames.flatMap((messenger) =>
  (['fa', 'en'] as const).map((locale) => ({ messenger, locale })),
);

const keys = new Set(sentences.map(({ key }) => key).filter((key) => key.includes('-')));
const names = new RegExp([...[...cast, ...staffCast].map(({ name }) => name), 'بیمه نوین'].join('|'), 'g');

/** What is wrong with a text in this language; null: nothing. */
function wrongIn(locale: Locale, raw: string): string | null {
  const text = bare(raw).replace(names, '');
  if (/\{|\}|\[object|undefined|NaN|null/.test(text)) return `a blank: ${text}`;
  const key = text.match(/[a-z]+(?:-[a-z]+)+/g)?.find((word) => keys.has(word));
  if (key) return `a key: ${text}`;
  if (locale === 'en' && /[آ-ی]/.test(text)) return `Persian: ${text}`;
  const prose = text
    .split('\n')
    .find((line) => /(?:\b[a-z]{2,} ){2,}[a-z]{2,}/.test(line) && !/[آ-ی]/.test(line));
  return locale === 'fa' && prose ? `English: ${prose}` : null;
}

it('every command of staff is played', () => {
  expect(Object.keys(plays)).toEqual(typed.map(({ name }) => name));
});

describe.each(scenes)('on $messenger, in the language $locale,', ({ messenger, locale }) => {
  let crew: Crew;
  beforeAll(async () => {
    crew = await openCrew(messenger, locale);
  });
  afterAll(() => crew.stage.stop());

  it.each(typed)('/$name is typed, answered and carried through', async ({ name }) => {
    await plays[name]!(crew);
  });

  const needy = typed.filter(({ usage, usageOptional }) => usage !== null && !usageOptional);
  it.each(needy.filter(({ name }) => name !== 'admins'))(
    '/$name without what it needs says how it is typed',
    async ({ name, usage }) => {
      await crew.parvaneh.types(`/${name}`);
      const { text } = await crew.parvaneh.hears('usage');
      expect(bare(text)).toContain(opening(locale, usage!));
    },
  );

  it('every button of staff has been pressed', () => {
    const buttons = staffCommands.filter(({ description }) => description === null).map(({ name }) => name);
    expect(buttons.filter((name) => !crew.pressed.has(name))).toEqual([]);
  });

  it('every reply and every button is in that language, without a gap', () => {
    const shown = crew.everybody.flatMap(({ account }) =>
      account
        .messages()
        .filter(({ from }) => from === 'bot')
        .slice(1)
        .flatMap(({ text, buttons }) => [text, ...buttons.flat().map(({ text: label }) => label)]),
    );
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.flatMap((text) => wrongIn(locale, text) ?? [])).toEqual([]);
  });
});
