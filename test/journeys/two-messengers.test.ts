import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person, type CastMember } from '../../playground/cast.js';
import { startStage, type PlayedStage } from '../../playground/stage.js';
import { askedForId, codeIsSent, identifies } from '../../playground/walkthrough/identifies.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { Played } from '../../playground/walkthrough/played.js';
import { platformNames } from '../../src/platforms.js';
import { databases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { seededRandom } from '../../playground/seeded-random.js';

const nobodyListens = makeNarrator(() => undefined, false);
const minute = 60_000;

describe.each(databases)('one member on two messengers, on $name', ({ createEmpty, missing }) => {
  if (missing) return it.skip(missing);
  let database: Awaited<ReturnType<typeof createEmpty>>;
  let stage: PlayedStage;
  beforeEach(async () => {
    database = await createEmpty();
    stage = await startStage({ database: database.url, random: seededRandom('two messengers') });
  });
  afterEach(async () => {
    await stage.stop();
    await database.drop();
  });

  /** The same person, with a phone in each hand. */
  const onBoth = (role: CastMember['role']) => ({
    telegram: new Played(role, { stage, messenger: 'telegram', narrator: nobodyListens }),
    bale: new Played(role, { stage, messenger: 'bale', narrator: nobodyListens }),
  });
  const changesPassword = async (role: CastMember['role'], next: string) => {
    const { insuredCode, nationalId } = person(role);
    expect(await stage.portal.changePassword(insuredCode, nationalId, next)).toEqual({ kind: 'changed' });
  };
  const asksForCode = async (member: Played): Promise<void> => {
    member.says('/reset');
    await identifies(member);
    await member.hears(...codeIsSent);
  };
  const asksWithOwnMobile = async (member: Played): Promise<void> => {
    member.says('/reset');
    await identifies(member);
    await member.hears('mobile-needed', 'ask-mobile');
    member.says(member.who.phone);
    await member.hears('mobile-taken');
    await member.hears(...codeIsSent);
  };
  /** Between two codes for one member, whichever chats ask for them. */
  const pausePasses = () => stage.advance(minute);
  /** From the code on the phone to the end; gives the last word. */
  const finishes = async (member: Played): Promise<string> => {
    member.says(await member.readsCode());
    const done = await member.hears('reset-done');
    await member.readsSms('sms-notice-reset');
    return done;
  };
  const recovers = async (member: Played): Promise<string> => {
    await asksForCode(member);
    return finishes(member);
  };

  it('what one messenger has used is gone on the other', async () => {
    const { telegram, bale } = onBoth('farhad');
    telegram.finds('بازیابی دیگری نمانده است', await recovers(telegram));
    await changesPassword('farhad', 'divar-e-boland');
    bale.says('/reset');
    await identifies(bale);
    await bale.hears('resets-used-up');
    await bale.hasUsed(5);
    await bale.getsIn('divar-e-boland');
  });

  it('both count on the same tally', async () => {
    const { telegram, bale } = onBoth('behrouz');
    telegram.finds(': ۳', await recovers(telegram));
    await changesPassword('behrouz', 'koohestan-78');
    await pausePasses();
    bale.finds(': ۲', await recovers(bale));
    await bale.hasUsed(3);
  });

  it('a recovery is told in the other chat, and "this was not me" there shuts the way in both', async () => {
    const { telegram, bale } = onBoth('behrouz');
    await recovers(bale);
    await changesPassword('behrouz', 'koohestan-78');
    await pausePasses();
    await recovers(telegram);

    bale.finds('تلگرام', await bale.hears('notice-reset'));
    bale.presses('button-not-me');
    await bale.hears('not-me-frozen');
    bale.finds('قفل شد. همهٔ دستگاه‌ها', await bale.hears('account-lock'));
    const { insuredCode, nationalId } = person('behrouz');
    expect(await stage.portal.signIn(insuredCode, nationalId)).toEqual({ kind: 'refused' });
    for (const chat of [telegram, bale]) {
      chat.says('/reset');
      await chat.hears('ask-insured-code');
      chat.says(chat.who.insuredCode);
      await chat.hears(...askedForId);
      chat.says(chat.who.nationalId);
      await chat.hears('locked-until-staff');
    }
  });

  it('where the portal names no optional call, "this was not me" shuts the way and nothing more is said', async () => {
    await stage.stop();
    await database.drop();
    database = await createEmpty();
    let asked = 0;
    stage = await startStage({
      ...{ database: database.url, random: seededRandom('no optional calls'), portal: 'http' },
      inFrontOfPortal: async (c, next) => {
        if (!c.req.path.endsWith('/capabilities')) return next();
        asked += 1;
        return c.json({ error: 'no-such-path' }, 404);
      },
    });
    const { telegram, bale } = onBoth('behrouz');
    await recovers(bale);
    await changesPassword('behrouz', 'koohestan-78');
    await pausePasses();
    await recovers(telegram);
    await bale.hears('notice-reset');
    bale.presses('button-not-me');
    await bale.hears('not-me-frozen');
    await eventually(
      async () => asked,
      (times) => times === 1,
    );
    bale.says('/help');
    await bale.hears('help');
    const { insuredCode, nationalId } = person('behrouz');
    expect(await stage.portal.signIn(insuredCode, nationalId)).toMatchObject({ kind: 'in' });
  });

  it('a newer request on one takes the place of the older on the other, whose code is worth nothing', async () => {
    const { telegram, bale } = onBoth('behrouz');
    await asksForCode(telegram);
    const older = await telegram.readsCode();
    await pausePasses();
    await asksForCode(bale);
    const newer = await bale.readsCode();
    telegram.says(newer);
    await telegram.hears('challenge-over');
    bale.says(older);
    await bale.hears('code-wrong');
    bale.says(newer);
    await bale.hears('reset-done');
    await bale.hasUsed(2);
  });

  it('what is written without waiting is answered in its order, in both chats at once', async () => {
    const { telegram, bale } = onBoth('mahin');
    for (const chat of [telegram, bale]) {
      for (const text of ['/reset', 'نمی‌دانم', chat.who.insuredCode, chat.who.nationalId]) chat.says(text);
    }
    for (const chat of [telegram, bale]) {
      await chat.hears('reset-welcome', 'ask-insured-code');
      await chat.hears('insured-code-not-digits');
      await chat.hears(...askedForId);
      await chat.hears('password-is-initial');
    }
  });

  it('a mobile that was proven on one is known on the other', async () => {
    const { telegram, bale } = onBoth('sara');
    await asksWithOwnMobile(telegram);
    await finishes(telegram);
    await changesPassword('sara', 'baran-1404');
    await pausePasses();
    bale.finds(': ۳', await recovers(bale));
  });

  it.each(platformNames)(
    'on %s what names a member is taken out of the chat, and what the bot said stays',
    async (messenger) => {
      const sara = onBoth('sara')[messenger];
      await asksWithOwnMobile(sara);
      await finishes(sara);
      const messages = stage.account('sara', messenger).messages();
      const left = messages.filter(({ from, deleted }) => from === 'person' && !deleted);
      expect(left.map(({ text }) => text)).toEqual(['/reset']);
      expect(messages.filter(({ from, deleted }) => from === 'bot' && deleted)).toEqual([]);
    },
  );
});
