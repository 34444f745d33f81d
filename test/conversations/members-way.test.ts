import { afterEach, describe, expect, it } from 'vitest';
import { person } from '../../playground/cast.js';
import type { Policy } from '../../src/reset/policy.js';
import { openBotHarness, type BotHarness, type BotHarnessOptions, type Visitor } from './harness.js';
import type { Role } from '../support/seed-cast.js';
import { bare, codeIsSent } from './screen.js';

let harness: BotHarness;
afterEach(() => harness.drop());

const open = async (options?: BotHarnessOptions) => (harness = await openBotHarness(options));

/** Up to where the portal has answered. */
async function identified(role: Role, visitor: Visitor = harness.visitor(role)) {
  const { insuredCode, nationalId } = person(role);
  return { visitor, news: await visitor.says('/reset', insuredCode, nationalId) };
}

describe('the member’s way', () => {
  it('greets with one big button, help, privacy and language', async () => {
    await open();
    const visitor = harness.visitor('sara');
    expect(await visitor.says('/start')).toEqual(['greeting']);
    expect(visitor.screen.buttons()).toHaveLength(4);
    expect(await visitor.press('button-reset')).toEqual(['reset-welcome', 'ask-insured-code']);
  });

  it('begins at once for whoever comes from the portal’s own page', async () => {
    await open();
    expect(await harness.visitor('sara').says('/start reset')).toEqual(['reset-welcome', 'ask-insured-code']);
  });

  it('goes from a forgotten password to the initial one, the first time', async () => {
    await open();
    const { visitor: sara, news } = await identified('sara');
    expect(news).toEqual(['mobile-needed', 'ask-mobile']);
    expect(await sara.says(person('sara').phone)).toEqual(['mobile-taken', ...codeIsSent]);
    expect(bare(sara.screen.last().text)).toContain('0912•••••01');
    expect(await sara.says(await harness.code())).toEqual(['code-right']);
    expect(await harness.heart.jobs('portal-reset')).toHaveLength(1);
  });

  it('takes digits as people type them', async () => {
    await open();
    const sara = harness.visitor('sara');
    await sara.says('/reset', '۳۱۰ ۰۰۱', '٠٠١-٠٠٠٠-٠١١', '+98 (912) 000 0001');
    expect(await sara.says(` ${(await harness.code()).split('').join(' ')} `)).toEqual(['code-right']);
  });

  it('sends the code at once to a number on record, and does not offer another one', async () => {
    await open();
    const { visitor: behrouz, news } = await identified('behrouz');
    expect(news).toEqual(codeIsSent);
    expect(behrouz.screen.buttons()).toEqual(['ارسال دوبارهٔ پیامک', 'این شماره دیگر مال من نیست', 'انصراف']);
  });

  it('takes every message with something personal out of the chat, rejected ones too', async () => {
    await open();
    const behrouz = harness.visitor('behrouz');
    await behrouz.say('/reset');
    const sent = [
      await behrouz.say('سه یک صفر'),
      await behrouz.say('310002'),
      await behrouz.say('0020000022'),
      await behrouz.say('123'),
      await behrouz.say(await harness.code()),
    ];
    expect(behrouz.screen.erased()).toEqual(sent);
  });

  it('never says a national ID, not even back to its owner', async () => {
    await open();
    const { visitor } = await identified('behrouz');
    await visitor.say(await harness.code());
    await visitor.told({ kind: 'reset-done', left: 3, until: harness.clock.now().getTime() });
    for (const { text } of visitor.screen.messages) expect(text).not.toContain('20000022');
  });

  it('reports the result with what is left and the way to sign in', async () => {
    await open();
    const sara = harness.visitor('sara');
    const news = await sara.told({ kind: 'reset-done', left: 4, until: harness.clock.now().getTime() });
    expect(news).toEqual(['reset-done']);
    expect(sara.screen.last().markup?.inline_keyboard?.[0]?.[0]).toMatchObject({
      url: 'https://portal.example/login',
    });
  });
});

describe('an end before any SMS', () => {
  it.each<[string, Role, BotHarnessOptions['account'], string[]]>([
    [
      'a password that is still the initial one needs no recovery',
      'mahin',
      'initial',
      ['password-is-initial'],
    ],
    ['used-up recoveries are told with the end of the period', 'kamran', 'changed', ['resets-used-up']],
    ['an unknown account is told, and nothing counted', 'nasrin', 'missing', ['account-missing']],
    ['a portal that is away is told, and nothing counted', 'behrouz', 'away', ['portal-away']],
  ])('%s', async (_, role, account, ending) => {
    await open({ account: account ?? 'changed' });
    const { visitor, news } = await identified(role);
    expect(news).toEqual(ending);
    expect(await harness.heart.jobs('sms-code')).toEqual([]);
    expect(await visitor.says('12345')).toEqual(['nothing-is-asked']);
  });

  it('cover that has ended is told', async () => {
    await open();
    expect((await identified('laleh')).news).toEqual(['cover-not-active']);
  });

  it('a stranger, a wrong ID and somebody else’s code get the same sentence', async () => {
    await open();
    const visitor = harness.visitor('sara');
    for (const [code, id] of [
      ['999999', '0010000011'],
      ['310001', '0020000022'],
      ['310002', '0010000011'],
    ] as const) {
      expect(await visitor.says('/reset', code, id)).toEqual(['no-match', 'insured-code-was']);
      expect(bare(visitor.screen.last().text)).toMatch(new RegExp(`${code}$`));
      expect(visitor.screen.buttons()).toEqual(['کلمهٔ عبور را فراموش کرده‌ام']);
    }
  });

  it('too many wrong pairs have to wait', async () => {
    await open();
    const visitor = harness.visitor('sara');
    let news: string[] = [];
    for (let time = 1; time <= 6; time += 1) news = await visitor.says('/reset', '999999', '0010000011');
    expect(news).toEqual(['too-many-pairs']);
    expect(visitor.screen.buttons()).toEqual(['کلمهٔ عبور را فراموش کرده‌ام']);
  });

  it('an earlier request that is still on its way is told', async () => {
    await open();
    const { visitor } = await identified('behrouz');
    await visitor.say(await harness.code());
    expect((await identified('behrouz', visitor)).news).toEqual(['under-way']);
  });

  it.each<[Policy['firstMobile'], string[]]>([
    ['staff', ['mobile-by-staff']],
    ['contact', ['mobile-needed', 'ask-mobile-card']],
  ])('a first mobile of the kind %s', async (firstMobile, ending) => {
    await open({ policy: { firstMobile } });
    expect((await identified('sara')).news).toEqual(ending);
  });
});

describe('both in one message, one below the other', () => {
  it('are taken at once', async () => {
    await open({ account: 'initial' });
    const mahin = harness.visitor('mahin');
    const { insuredCode, nationalId } = person('mahin');
    expect(await mahin.says('/reset', `${insuredCode}\n${nationalId}`)).toEqual(['password-is-initial']);
  });

  it('of which the lower is doubtful, are asked about as ever', async () => {
    await open();
    const sara = harness.visitor('sara');
    expect(await sara.says('/reset', '310001\n1234567890')).toEqual(['national-id-doubtful']);
    expect(await sara.says('0010000011')).toContain('mobile-needed');
  });

  it('in each other’s place are known for what they are', async () => {
    await open();
    const behrouz = harness.visitor('behrouz');
    const { insuredCode, nationalId } = person('behrouz');
    expect(await behrouz.says('/reset', nationalId, insuredCode)).toEqual(codeIsSent);
  });

  it('in each other’s place are not guessed at where either may be the other', async () => {
    await open();
    const behrouz = harness.visitor('behrouz');
    expect(await behrouz.says('/reset', '1234567890', '310002')).toEqual(['national-id-too-short']);
  });
});
