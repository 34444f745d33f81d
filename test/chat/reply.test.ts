import { restoredUnsentId } from '../../src/chats/unsent.js';
import { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { bale, telegram } from '../../src/chat/platform.js';
import { recordingFetch } from '../../src/bot/recording-fetch.js';
import { makeReplies, type RepliesOptions } from '../../src/chat/reply.js';
import { facts, realWords } from '../conversations/harness.js';
import { bare } from '../conversations/screen.js';
import { handClock } from '../support/hand-clock.js';

function speaking(changes: Partial<RepliesOptions>) {
  const said: { text: string; reply_markup?: object }[] = [];
  const fetch = recordingFetch({
    record: async ({ body }) => restoredUnsentId(said.push(JSON.parse(body) as { text: string })),
    unknownFields: [],
    keepAccident: () => undefined,
  });
  const api = new Api('recorded', { fetch });
  const replies = makeReplies({
    ...{ api, ifSilentFor: () => api, chatId: 1001, locale: 'en', words: realWords },
    ...{ facts, clock: handClock(), platform: telegram },
    ...changes,
  });
  return { replies, said };
}

describe('the voice', () => {
  it('says how long it is until a moment', async () => {
    const { replies, said } = speaking({});
    await replies.say({ kind: 'next-send', resendAt: handClock().now().getTime() + 40_000 });
    expect(bare(said[0]?.text ?? '')).toContain('In 40 seconds');
  });

  it('never says a time that is less than none', async () => {
    const { replies, said } = speaking({});
    await replies.say({ kind: 'next-send', resendAt: 0 });
    expect(bare(said[0]?.text ?? '')).toBe('Nothing yet? Tap “Resend the text message”.');
  });

  it('leaves out marks that Bale would eat, but not those within a word', async () => {
    const supportContact = '*021* _[help]_ help_desk@novin.example';
    const { replies, said } = speaking({ platform: bale, facts: { ...facts, supportContact } });
    await replies.say('last-try');
    expect(said[0]?.text).toMatch(/021 help help_desk@novin\.example/);
    expect(said[0]?.text).not.toMatch(/[*[\]]/);
  });

  it('leaves out the way in while no portal page is set', async () => {
    const { replies, said } = speaking({ facts: { ...facts, loginUrl: null } });
    await replies.say('password-is-initial', ['sign-in']);
    expect(said[0]).not.toHaveProperty('reply_markup');
  });
});
