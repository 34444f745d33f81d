import { expect, it } from 'vitest';
import { day, minute } from '../../support/hand-clock.js';
import { quickRate } from '../../support/messengers.js';
import { onBothMessengers, saying } from './call-harness.js';
import { firstTry } from '../../outbox/harness.js';

onBothMessengers('a call to %s that is not made at once', (services) => {
  const { clock, emulator, make, limiter, person } = services;

  it('waits as long as it is asked to', async () => {
    emulator().faults.next({ kind: 'too-many-requests', retryAfter: 7 });
    expect(await make(saying(person().chatId))).toMatchObject({ kind: 'retry', afterMs: 7_000 });
  });

  it.each([
    { kind: 'too-many-requests', retryAfter: 7 },
    { kind: 'not-json', status: 429, body: 'local_rate_limited' },
  ] as const)('asked for patience ($kind), leaves the whole messenger in peace', async (fault) => {
    emulator().faults.next(fault);
    const { afterMs } = (await make(saying(person().chatId))) as { afterMs: number };
    expect(limiter().waitMs()).toBe(afterMs);
    expect(limiter().permits()).toBe(0);
    clock().pass(afterMs);
    expect(limiter().permits()).toBe(quickRate.perSecond);
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

  it('that is only nice to have is tried twice', async () => {
    const call = { ...saying(person().chatId), method: 'deleteMessage' };
    await emulator().stop();
    expect(await make(call)).toMatchObject({ kind: 'retry' });
    expect(await make(call, { ...firstTry, tries: 2 })).toMatchObject({ kind: 'failed' });
  });

  it('that is stale soon is tried twice and no more', async () => {
    const call = { ...saying(person().chatId), method: 'sendChatAction' };
    emulator().faults.next({ kind: 'not-json' }, { times: 2 });
    expect(await make(call)).toMatchObject({ kind: 'retry' });
    expect(await make(call, { ...firstTry, tries: 2 })).toMatchObject({ kind: 'failed' });
  });
});
