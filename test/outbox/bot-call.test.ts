import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import type { BotCall } from '../../src/bot/desk.js';
import { unsentMessage } from '../../src/outbox/bot-calls.js';
import { silence } from '../../src/log.js';
import { makePace, type Pace } from '../../src/outbox/pace.js';
import { makeBotCallPerformer } from '../../src/outbox/performers/bot-call.js';
import { day, handClock, minute, type HandClock } from '../support/hand-clock.js';
import { messengerAt, quickRate } from '../support/messengers.js';
import { firstTry } from './harness.js';

const withButton = (chat_id: number) => ({
  chat_id,
  text: 'hello',
  reply_markup: { inline_keyboard: [[{ text: 'press', callback_data: 'press' }]] },
});

describe.each(['telegram', 'bale'] as const)('a call to %s', (platform) => {
  let emulator: Emulator;
  let clock: HandClock;
  let pace: Pace;
  let refused: number;
  beforeEach(async () => {
    emulator = await startEmulator({});
    [clock, refused] = [handClock(), 0];
    pace = makePace(quickRate, clock);
  });
  afterEach(() => emulator.stop());

  const sent = new Map<number, number>();
  const make = (call: BotCall, entry = firstTry) => {
    const sentAs = async (row: number) => sent.get(row) ?? null;
    const messenger = messengerAt(emulator, platform);
    const tokenRefused = () => void (refused += 1);
    const parts = { messenger, pace, sentAs, clock, log: silence, tokenRefused };
    return makeBotCallPerformer(parts).perform(call, entry);
  };
  const person = () => {
    const account = emulator.account({ messenger: platform, id: 5, firstName: 'x' });
    account.say('/start');
    return account;
  };
  const saying = (chat_id: number, text = 'hello'): BotCall => ({
    method: 'sendMessage',
    body: JSON.stringify({ chat_id, text }),
  });

  it('arrives, and its message is known by its id', async () => {
    const account = person();
    const made = await make(saying(account.chatId));
    const message = await account.nextMessage();
    expect(made).toEqual({ kind: 'done', result: null, outsideId: String(message.id) });
  });

  it('may name a message that was not yet sent when it was written', async () => {
    const account = person();
    const asking = { ...saying(account.chatId), body: JSON.stringify(withButton(account.chatId)) };
    await make(asking);
    const message = await account.nextMessage();
    sent.set(41, message.id);
    const puttingAway = (row: number): BotCall => ({
      ...asking,
      method: 'editMessageReplyMarkup',
      body: JSON.stringify({ chat_id: account.chatId, message_id: unsentMessage(row) }),
    });
    expect(await make(puttingAway(41))).toMatchObject({ kind: 'done' });
    expect(account.messages().find(({ id }) => id === message.id)?.buttons).toEqual([]);
    expect(await make(puttingAway(42))).toMatchObject({ kind: 'failed' });
  });

  it('waits as long as it is asked to', async () => {
    emulator.faults.next({ kind: 'too-many-requests', retryAfter: 7 });
    expect(await make(saying(person().chatId))).toMatchObject({ kind: 'later', afterMs: 7_000 });
  });

  it.each([
    { kind: 'too-many-requests', retryAfter: 7 },
    { kind: 'not-json', status: 429, body: 'local_rate_limited' },
  ] as const)('asked for patience ($kind), leaves the whole messenger in peace', async (fault) => {
    emulator.faults.next(fault);
    const { afterMs } = (await make(saying(person().chatId))) as { afterMs: number };
    expect(pace.waitMs()).toBe(afterMs);
    expect(pace.free()).toBe(0);
    clock.pass(afterMs);
    expect(pace.free()).toBe(quickRate.perSecond);
  });

  it('asked for patience by a chat that was told much, leaves that one in peace', async () => {
    for (let calls = 0; calls < 5; calls += 1) pace.begin(firstTry.lane);
    emulator.faults.next({ kind: 'too-many-requests', retryAfter: 7 });
    expect(await make(saying(person().chatId))).toMatchObject({ kind: 'later', afterMs: 7_000 });
    expect(pace.free()).toBeGreaterThan(0);
  });

  it.each(['sendChatAction', 'answerCallbackQuery', 'editMessageReplyMarkup'])(
    'that is stale makes way for words: %s',
    async (method) => {
      const call = { ...saying(person().chatId), method };
      pace.begin(firstTry.lane);
      clock.pass(2 * minute);
      expect(await make(call)).toMatchObject({ kind: 'failed' });
      expect(await make({ ...call, method: 'sendMessage' })).toMatchObject({ kind: 'done' });
      expect(emulator.calls().map((made) => made.method)).toEqual(['sendMessage']);
      expect(pace.free()).toBe(quickRate.perSecond);
    },
  );

  it.each([{ kind: 'not-json' }, { kind: 'reset', when: 'before' }, { kind: 'server-error' }] as const)(
    'is made later after $kind',
    async (fault) => {
      emulator.faults.next(fault);
      expect(await make(saying(person().chatId))).toMatchObject({ kind: 'later' });
    },
  );

  it('that nobody has heard is kept for a day, and one that may have been heard is not repeated so long', async () => {
    const call = saying(person().chatId);
    for (const fault of [{ kind: 'reset', when: 'after' }, { kind: 'server-error' }] as const) {
      emulator.faults.next(fault);
      expect(await make(call, { ...firstTry, tries: 20 })).toMatchObject({ kind: 'failed' });
    }
    await emulator.stop();
    clock.pass(day - 1);
    expect(await make(call, { ...firstTry, tries: 1_500 })).toMatchObject({ kind: 'later' });
    clock.pass(1);
    expect(await make(call, { ...firstTry, tries: 1_501 })).toMatchObject({ kind: 'failed' });
  });

  it('that is only nice to have is tried twice', async () => {
    const call = { ...saying(person().chatId), method: 'deleteMessage' };
    await emulator.stop();
    expect(await make(call)).toMatchObject({ kind: 'later' });
    expect(await make(call, { ...firstTry, tries: 2 })).toMatchObject({ kind: 'failed' });
  });

  it('is given up at once when the chat is closed to us, or the call is wrong', async () => {
    const account = person();
    account.block();
    expect(await make(saying(account.chatId))).toMatchObject({ kind: 'failed' });
    account.unblock();
    expect(await make(saying(account.chatId, ''))).toMatchObject({ kind: 'failed' });
  });

  it('is given up at once when its messenger has no such thing, and nobody is alarmed', async () => {
    const call = { ...saying(person().chatId), method: 'sendDice' };
    expect(await make(call)).toMatchObject({ kind: 'failed' });
    expect(refused).toBe(0);
  });

  it.each([false, true])(
    'is kept for later while the token is refused (in plain text: %s)',
    async (plain) => {
      const call = saying(person().chatId);
      emulator.faults.revokeToken(platform);
      emulator.quirks('bale').plainTextErrors = plain;
      const made = await make(call);
      expect(made).toMatchObject({ kind: 'later' });
      expect(refused).toBe(1);
      expect(JSON.stringify(made)).not.toContain(emulator.token(platform));
    },
  );

  it('that edits a message is never known by the id that comes back, which may be of none', async () => {
    const account = person();
    await make({ ...saying(account.chatId), body: JSON.stringify(withButton(account.chatId)) });
    const { id } = await account.nextMessage();
    const edit = (changes: object): BotCall => ({
      method: 'editMessageText',
      body: JSON.stringify({ chat_id: account.chatId, message_id: id, ...changes }),
    });
    const made = await make(edit({ text: 'other' }));
    expect(made).toMatchObject({ kind: 'done' });
    expect((made as { outsideId?: string }).outsideId).not.toBe('0');
    expect(account.messages().at(-1)?.text).toBe('other');
  });

  it('that is stale soon is tried twice and no more', async () => {
    const call = { ...saying(person().chatId), method: 'sendChatAction' };
    emulator.faults.next({ kind: 'not-json' }, { times: 2 });
    expect(await make(call)).toMatchObject({ kind: 'later' });
    expect(await make(call, { ...firstTry, tries: 2 })).toMatchObject({ kind: 'failed' });
  });
});
