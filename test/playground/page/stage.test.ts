import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../../../playground/cast.js';
import { localesFolder } from '../../../src/app/locales.js';
import { loadWords } from '../../../src/words/load-words.js';
import { startStage, type PlayedStage } from '../../../playground/stage.js';

const behrouz = person('behrouz');
const words = loadWords(localesFolder());
const codeIn = (text: string): string => /\d{5}/.exec(text)?.[0] ?? '';

describe('the stage', () => {
  let stage: PlayedStage;
  beforeEach(async () => {
    stage = await startStage();
  });
  afterEach(() => stage.stop());

  /** As far as the code, which is on the phone then. */
  const asFarAsTheCode = async () => {
    const chat = stage.account('behrouz', 'telegram');
    chat.say('/reset');
    await chat.nextMessage();
    chat.say(behrouz.insuredCode);
    await chat.nextMessage();
    chat.say(behrouz.nationalId);
    await chat.waitFor(/0912/);
    return { chat, code: codeIn((await stage.phone.next(behrouz.phone)).text) };
  };

  it('plays the whole way: the code comes by phone, and the portal takes the initial password', async () => {
    const { chat, code } = await asFarAsTheCode();
    expect(await stage.portal.signIn(behrouz.insuredCode, behrouz.nationalId)).toEqual({ kind: 'refused' });
    chat.say(code);
    await stage.phone.next(behrouz.phone);
    expect(await stage.portal.signIn(behrouz.insuredCode, behrouz.nationalId)).toEqual({
      kind: 'in',
      state: 'initial',
    });
  });

  it('lets a member go on after the bot was started again', async () => {
    const { chat, code } = await asFarAsTheCode();
    await stage.restartBot();
    chat.say(code);
    await stage.phone.next(behrouz.phone);
    expect(await stage.portal.state(behrouz.insuredCode)).toBe('initial');
  });

  it('keeps the portal away through a new start of the bot', async () => {
    await stage.portal.setAway(true);
    await stage.restartBot();
    expect((await stage.app()).localPortal && (await (await stage.app()).localPortal?.healthy())).toBe(false);
  });

  it('ends an idle dialogue as soon as the clock is pushed forward', async () => {
    const { chat } = await asFarAsTheCode();
    await stage.advance(11 * 60_000);
    const idle = words.say('fa', 'dialogue-idle');
    expect((await chat.waitFor(idle)).text).toBe(idle);
  });

  it('says in the chat that no SMS went out while the network is down', async () => {
    stage.phone.setReception(behrouz.phone, { down: true });
    const chat = stage.account('behrouz', 'bale');
    chat.say('/reset');
    await chat.nextMessage();
    chat.say(behrouz.insuredCode);
    await chat.nextMessage();
    chat.say(behrouz.nationalId);
    await chat.waitFor(({ text }) => text.includes(words.plain('fa', 'sms-refused')));
    expect(stage.phone.inbox(behrouz.phone)).toEqual([]);
  });
});
