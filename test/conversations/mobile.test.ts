import { afterEach, describe, expect, it } from 'vitest';
import { Challenge } from '../../entities/challenge.js';
import { person } from '../../playground/cast.js';
import type { Policy } from '../../src/reset/policy.js';
import { openBotHarness, realWords, type BotHarness, type Visitor } from './harness.js';
import { codeIsSent } from './screen.js';

let harness: BotHarness;
let sara: Visitor;
afterEach(() => harness.drop());

const phone = person('sara').phone;

async function asked(
  firstMobile: Policy['firstMobile'] = 'typed',
  platform: 'telegram' | 'bale' = 'telegram',
) {
  harness = await openBotHarness({ policy: { firstMobile } });
  sara = harness.visitor('sara', platform);
  await sara.says('/reset', '310001', '0010000011');
  sara.screen.news();
}

async function source(): Promise<string | null | undefined> {
  const [challenge] = await harness.heart.manager.find(Challenge, { order: { createdAt: 'DESC' }, take: 1 });
  return challenge?.mobileSource;
}

const sent = ['mobile-taken', ...codeIsSent];

describe('a first mobile', () => {
  it('that is typed is kept as typed', async () => {
    await asked();
    expect(await sara.says('۰۹۱۲ ۰۰۰ ۰۰۰۱')).toEqual(sent);
    expect(await source()).toBe('typed');
  });

  it('on one’s own card is kept as proven', async () => {
    await asked();
    await sara.shareContact({ phone_number: '+989120000001', user_id: sara.from.id });
    expect(sara.screen.news()).toEqual(sent);
    expect(await source()).toBe('contact');
  });

  it.each<[string, object, object]>([
    ['without an owner', {}, {}],
    ['whose owner is nobody', { user_id: 0 }, {}],
  ])('on a card %s is no better than typed', async (_, contact, more) => {
    await asked();
    await sara.shareContact({ phone_number: '989120000001', ...contact }, more);
    expect(sara.screen.news()).toEqual(sent);
    expect(await source()).toBe('typed');
  });

  it.each<[string, object, object, string]>([
    ['of somebody else', { user_id: 4242 }, {}, 'contact-foreign'],
    ['that was forwarded', { user_id: 1001 }, { forward_origin: { type: 'user' } }, 'contact-forwarded'],
    [
      'that was forwarded, as Bale tells it',
      { user_id: 1001 },
      { forward_from: { id: 9 } },
      'contact-forwarded',
    ],
    ['with no number on it', { user_id: 1001, phone_number: '' }, {}, 'mobile-not-digits'],
  ])('on a card %s is refused with its reason', async (_, contact, more, reason) => {
    await asked();
    await sara.shareContact({ phone_number: phone, ...contact }, more);
    expect(sara.screen.news()).toEqual([reason]);
    expect(await sara.says(phone)).toEqual(sent);
  });

  it('is not the national ID once more, which is no number of another country', async () => {
    await asked();
    expect(await sara.says(person('sara').nationalId)).toEqual(['mobile-is-national-id']);
    expect(await sara.says(phone)).toEqual(sent);
  });

  it('that must be proven is not taken from the keys', async () => {
    await asked('contact');
    expect(await sara.says(phone)).toEqual(['mobile-not-proven']);
    expect(sara.screen.last().text).toContain(realWords.say('fa', 'button-share-number'));
    await sara.shareContact({ phone_number: phone, user_id: sara.from.id });
    expect(sara.screen.news()).toEqual(sent);
  });
});

describe('the keyboard with “share my number”', () => {
  it('holds cancel too, and a message of its own takes it away before the code', async () => {
    await asked();
    expect(sara.screen.buttons()).toEqual(
      ['button-share-number', 'button-cancel'].map((key) => realWords.say('fa', key)),
    );
    await sara.says(phone);
    expect(sara.screen.messages.at(-2)?.markup).toEqual({ remove_keyboard: true });
  });

  it('is taken away when the dialogue ends over it', async () => {
    await asked();
    expect(await sara.says('انصراف')).toEqual(['dialogue-cancelled', 'begin-again-any-time']);
    expect(sara.screen.messages.at(-2)?.markup).toEqual({ remove_keyboard: true });
    expect(sara.screen.buttons()).toEqual([realWords.say('fa', 'button-reset')]);
  });

  it('is taken away when the time is over, with the way to begin again', async () => {
    await asked();
    harness.clock.pass(10 * 60_000);
    expect(await sara.told({ kind: 'dialogue-idle' })).toEqual(['dialogue-idle', 'begin-again-any-time']);
    expect(sara.screen.messages.at(-2)?.markup).toEqual({ remove_keyboard: true });
    expect(sara.screen.buttons()).toEqual([realWords.say('fa', 'button-reset')]);
  });

  it.each(['telegram', 'bale'] as const)('is taken away when somebody begins again: %s', async (platform) => {
    await asked('typed', platform);
    await sara.says('/reset');
    expect(await sara.press('button-begin-again')).toEqual(['from-the-start', 'ask-insured-code']);
    expect(sara.screen.messages.at(-2)?.markup).toEqual({ remove_keyboard: true });
  });

  it.each([
    ['telegram', true],
    ['bale', undefined],
  ] as const)('has hints only where they are understood: %s', async (platform, hint) => {
    await asked('typed', platform);
    expect(sara.screen.last().markup?.resize_keyboard).toBe(hint);
  });
});

describe('a doubtful national ID', () => {
  it('is asked about once, and the same again is taken', async () => {
    harness = await openBotHarness();
    sara = harness.visitor('sara');
    expect(await sara.says('/reset', '310001', '1234567890')).toEqual(['national-id-doubtful']);
    expect(await sara.says('1234567890')).toEqual(['no-match', 'insured-code-was']);
  });

  it('is taken with the button', async () => {
    harness = await openBotHarness();
    sara = harness.visitor('sara');
    await sara.says('/reset', '310001', '1234567890');
    expect(await sara.press('button-it-is-right')).toEqual(['no-match', 'insured-code-was']);
  });

  it('gives way to a better one', async () => {
    harness = await openBotHarness();
    sara = harness.visitor('sara');
    expect(await sara.says('/reset', '310001', '1234567890', '0010000011')).toContain('mobile-needed');
  });
});
