import { expect, it } from 'vitest';
import { day, minute } from '../../support/hand-clock.js';
import { quickRate } from '../../support/messengers.js';
import { onBothMessengers, saying } from './call-harness.js';
import { firstTry } from '../../outbox/harness.js';

onBothMessengers('a call to %s that is not made at once', (services) => {
  const { clock, emulator, make, limiter, long, patience, person } = services;

  it('waits as long as it is asked to', async () => {
    emulator().faults.next({ kind: 'too-many-requests', retryAfter: 7 });
    expect(await make(saying(person().chatId))).toMatchObject({ kind: 'retry', afterMs: 7_000 });
  });

  it.each([
    { kind: 'too-many-requests', retryAfter: 7 },
    { kind: 'not-json', status: 429, body: 'local_rate_limited' },
  ] as const)(
    'asked for patience ($kind), leaves its chat in peace, and all others for seconds',
    async (fault) => {
      emulator().faults.next(fault);
      const { afterMs } = (await make(saying(person().chatId))) as { afterMs: number };
      expect(limiter().permits()).toBe(0);
      clock().pass(Math.min(afterMs, 3_000));
      expect(limiter().permits()).toBe(1);
      expect(limiter().mayBegin(firstTry.lane)).toBe(afterMs <= 3_000);
      expect(limiter().mayBegin('another')).toBe(true);
    },
  );

  it.each([3_600, 31])('asked for %d s of rest by one chat, has staff hear of it', async (retryAfter) => {
    emulator().faults.next({ kind: 'too-many-requests', retryAfter });
    await make(saying(person().chatId));
    expect([long(), patience().isLong()]).toEqual([1, true]);
    clock().pass(retryAfter * 1_000);
    expect(patience().isLong()).toBe(false);
  });

  it('asked for an hour of rest from a menu, leaves out menus and holds nobody’s words', async () => {
    const call = { ...saying(person().chatId), method: 'setMyCommands' };
    emulator().faults.next({ kind: 'too-many-requests', retryAfter: 3_600 });
    await make(call);
    expect(limiter().permits()).toBe(quickRate.perSecond);
    const before = emulator().calls().length;
    expect(await make(call)).toMatchObject({ kind: 'failed' });
    expect(await make(saying(person().chatId))).toMatchObject({ kind: 'done' });
    expect(emulator().calls().slice(before)).toMatchObject([{ method: 'sendMessage' }]);
    clock().pass(3_600_000);
    expect(patience().isSpared('setMyCommands')).toBe(false);
  });

  it('asked for patience by a chat that was told much, leaves that one in peace', async () => {
    for (let calls = 0; calls < 5; calls += 1) limiter().begin(firstTry.lane);
    emulator().faults.next({ kind: 'too-many-requests', retryAfter: 7 });
    expect(await make(saying(person().chatId))).toMatchObject({ kind: 'retry', afterMs: 7_000 });
    expect(limiter().permits()).toBeGreaterThan(0);
  });

  it.each(['sendChatAction', 'answerCallbackQuery', 'editMessageReplyMarkup'])(
    'that is stale makes way for words: %s',
    async (method) => {
      const call = { ...saying(person().chatId), method };
      limiter().begin(firstTry.lane);
      clock().pass(2 * minute);
      expect(await make(call)).toMatchObject({ kind: 'failed' });
      expect(await make({ ...call, method: 'sendMessage' })).toMatchObject({ kind: 'done' });
      expect(
        emulator()
          .calls()
          .map((made) => made.method),
      ).toEqual(['sendMessage']);
      expect(limiter().permits()).toBe(quickRate.perSecond);
    },
  );

  it.each([{ kind: 'not-json' }, { kind: 'reset', when: 'before' }, { kind: 'server-error' }] as const)(
    'is made later after $kind',
    async (fault) => {
      emulator().faults.next(fault);
      expect(await make(saying(person().chatId))).toMatchObject({ kind: 'retry' });
    },
  );

  it('that nobody has heard is kept for a day, and one that may have been heard is not repeated so long', async () => {
    const call = saying(person().chatId);
    for (const fault of [{ kind: 'reset', when: 'after' }, { kind: 'server-error' }] as const) {
      emulator().faults.next(fault);
      expect(await make(call, { ...firstTry, tries: 20 })).toMatchObject({ kind: 'failed' });
    }
    await emulator().stop();
    clock().pass(day - 1);
    expect(await make(call, { ...firstTry, tries: 1_500 })).toMatchObject({ kind: 'retry' });
    clock().pass(1);
    expect(await make(call, { ...firstTry, tries: 1_501 })).toMatchObject({ kind: 'failed' });
  });

  it.each(['deleteMessage', 'sendChatAction', 'editMessageReplyMarkup', 'answerCallbackQuery'])(
    'that is only nice to have is tried once: %s',
    async (method) => {
      const call = { ...saying(person().chatId), method };
      emulator().faults.next({ kind: 'not-json' });
      expect(await make(call)).toMatchObject({ kind: 'failed' });
    },
  );
});
