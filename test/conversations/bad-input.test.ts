import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import { day, minute } from '../support/hand-clock.js';
import { openBotHarness, realWords, type BotHarness, type Visitor } from './harness.js';

/** Everything that people send where an answer is awaited, and the sentence that helps them. */
const sent: [string, object, string?][] = [
  ['a sticker', { sticker: { file_id: 's' } }, 'came-sticker'],
  ['a die', { dice: { emoji: '🎲', value: 3 } }, 'came-sticker'],
  ['a voice message', { voice: { file_id: 'v' } }, 'came-voice'],
  ['a photo', { photo: [{ file_id: 'p' }], caption: '0020000022' }, 'came-picture'],
  ['a location', { location: { latitude: 35.7, longitude: 51.4 } }, 'came-location'],
  ['a poll', { poll: { id: '1', question: '?', options: [] } }, 'came-poll'],
  ['a file', { document: { file_id: 'd' } }, 'came-file'],
  ['something that does not exist yet', { hologram: {} }, 'came-something'],
  ['a text of 4,096 characters', { text: '۱'.repeat(4096) }],
  ['emoji', { text: '🙏🌹' }],
  ['a number in words', { text: 'سیصد و ده هزار' }],
  ['half of a character', { text: '\ud83d' }],
  ['a character that is not there', { text: '\u0000' }],
  ['marks of Markdown', { text: '*_[x](y)`' }],
  ['a greeting', { text: 'سلام، خسته نباشید' }, 'greeted'],
  ['thanks', { text: 'خیلی ممنون' }, 'thanked'],
  ['an unknown command', { text: '/password' }, 'unknown-command'],
];

/** Each question, and what is said to come to it. */
const steps: [string, string[]][] = [
  ['the insured code', ['/reset']],
  ['the national ID', ['/reset', '310001']],
  ['the doubtful national ID', ['/reset', '310001', '1234567890']],
  ['the mobile', ['/reset', '310001', '0010000011']],
  ['the code', ['/reset', '310001', '0010000011', '09120000001']],
];

describe.each(steps)('where %s is awaited', (_, way) => {
  let harness: BotHarness;
  let sara: Visitor;
  beforeAll(async () => {
    harness = await openBotHarness();
  });
  afterAll(() => harness.drop());

  const come = async () => {
    harness.clock.pass(day);
    sara = harness.guest(person('sara').accounts.telegram ?? 0);
    await sara.says('/cancel', ...way);
    sara.screen.news();
  };
  const question = () => sara.screen.last().markup;
  const stillThere = async () => {
    expect(await sara.says('/reset')).toEqual(['go-on-or-begin-again']);
  };

  it.each(sent)('%s gets a sentence that helps, and the question stays', async (_, part, key) => {
    await come();
    const keyboard = question();
    await sara.send(part);
    const news = sara.screen.news();
    expect(news.length).toBeGreaterThan(0);
    if (key) expect(news[0]).toBe(key);
    expect(question()).toEqual(keyboard);
    await stillThere();
  });

  it('an edited message is not taken for an answer', async () => {
    await come();
    await sara.edit('310001');
    expect(sara.screen.news()[0]).toBe('came-edited');
    await stillThere();
  });

  it('courtesy is no try, however often it comes', async () => {
    await come();
    for (let time = 0; time < 5; time += 1) expect((await sara.says('سلام', 'ممنونم'))[0]).toBe('thanked');
    await stillThere();
  });

  it('four answers in a row that do not fit end it kindly', async () => {
    await come();
    expect(await sara.says('الف')).toHaveLength(1);
    expect(await sara.says('ب')).toHaveLength(2);
    expect((await sara.says('پ')).at(-1)).toBe('last-try');
    const keysWereShown = question()?.keyboard !== undefined;
    expect(await sara.says('ت')).toEqual(keysWereShown ? ['given-up', 'begin-again-any-time'] : ['given-up']);
    expect(sara.screen.messages.at(-2)?.markup?.remove_keyboard ?? false).toBe(keysWereShown);
    expect(sara.screen.buttons()).toEqual([realWords.say('fa', 'button-reset')]);
  });
});

describe('a number with words around it', () => {
  it('is taken at every question, and where there are two, none is guessed', async () => {
    const harness = await openBotHarness();
    const sara = harness.visitor('sara');
    await sara.say('/reset');
    expect(await sara.says('کد بیمه شده: 310001 یا 310002')).toEqual(['insured-code-not-digits']);
    expect(await sara.says('کد بیمه شده: 310001')).toContain('ask-national-id');
    expect(await sara.says('کد ملی من ۰۰۱-۰۰۰۰۰۱-۱ است')).toContain('ask-mobile');
    expect(await sara.says('شماره‌ام +98 (912) 000 0001')).toContain('code-sent');
    await harness.drop();
  });

  it('is taken of both codes, one below the other', async () => {
    const harness = await openBotHarness();
    const sara = harness.visitor('sara');
    await sara.say('/reset');
    expect(await sara.says('کد بیمه: 310001\nکد ملی: 0010000011')).toContain('ask-mobile');
    await harness.drop();
  });
});

describe('whatever is typed', () => {
  it('the bot answers with words, and nothing breaks', async () => {
    const harness = await openBotHarness();
    const sara = harness.visitor('sara');
    await sara.say('/reset');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        sara.screen.news();
        // What is not understood is answered once a minute.
        harness.clock.pass(minute);
        await sara.say(text);
        expect(sara.screen.news()).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
    await harness.drop();
  });
});
