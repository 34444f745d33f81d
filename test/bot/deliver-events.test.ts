import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../src/chat/events.js';
import { minute } from '../../src/durations.js';
import { openBotHarness, realWords, type BotHarness, type Visitor } from '../conversations/harness.js';

let harness: BotHarness;
let sara: Visitor;
beforeEach(async () => {
  harness = await openBotHarness();
  sara = harness.visitor('sara');
});
afterEach(() => harness.drop());

const at = Date.UTC(2026, 4, 10);

describe('what happened outside', () => {
  it.each<ChatEvent>([
    { kind: 'reset-done', left: 0, until: at },
    { kind: 'reset-kept', reference: 'ACDEFGHJ' },
    { kind: 'reset-given-back', reference: 'ACDEFGHJ' },
    { kind: 'reset-with-staff', reference: 'ACDEFGHJ' },
    { kind: 'notice-reset', at, platform: 'bale', resetId: 'r-1' },
    { kind: 'notice-wrong-codes', at },
    { kind: 'sms-another-way', mobile: '0912•••••02' },
    { kind: 'flood' },
    { kind: 'went-wrong' },
  ])('is told in words: $kind', async (event) => {
    expect(await sara.told(event)).toEqual([event.kind]);
  });

  it.each<ChatEvent>([
    { kind: 'sms-refused', challengeId: 'none' },
    ...(['undelivered', 'blacklisted'] as const).map((delivery) => ({
      ...({ kind: 'sms-undelivered', challengeId: 'none', mobile: '0912•••••02' } as const),
      ...{ delivery, reference: 'ACDEFGHJ' },
    })),
  ])(
    'is told after the dialogue with the way back, and names no button that is not there: $kind',
    async (event) => {
      expect(await sara.told(event)).toEqual([event.kind, 'begin-again-any-time']);
      expect(sara.screen.buttons()).toEqual([realWords.say('fa', 'button-reset')]);
      expect(sara.screen.last().text).not.toContain(realWords.say('fa', 'button-resend'));
    },
  );

  it.each<ChatEvent>([
    { kind: 'portal-account', ticketId: 'none', account: 'changed' },
    { kind: 'dialogue-idle' },
    { kind: 'dialogue-too-long' },
  ])('is passed over where nobody waits for it: $kind', async (event) => {
    expect(await sara.told(event)).toEqual([]);
  });
});

describe('“this was not me”', () => {
  /** Behrouz recovers in Bale, and is told of it where he is bound, in Telegram. */
  async function notice(): Promise<Visitor> {
    const here = harness.visitor('behrouz');
    const there = harness.visitor('behrouz', 'bale');
    for (const visitor of [here, there]) {
      await visitor.says('/reset', '310002', '0020000022');
      await visitor.say(await harness.code());
      const [order] = (await harness.heart.jobs<{ resetId: string }>('portal-reset')).slice(-1);
      await harness.heart.settle((results) => results.resetAnswered(order?.resetId ?? '', 'done'));
      here.screen.news();
      await harness.settleDown();
      // No second code is sent before the pause between two is over.
      harness.heart.clock.pass(2 * minute);
    }
    expect(here.screen.news()).toEqual(['notice-reset']);
    return here;
  }

  it('freezes the way, takes its button away and can be pressed again without harm', async () => {
    const behrouz = await notice();
    expect(await behrouz.press('button-not-me')).toEqual(['not-me-frozen']);
    expect(behrouz.screen.calls.map(({ method }) => method)).toContain('editMessageReplyMarkup');
    expect(await behrouz.press('button-not-me')).toEqual(['not-me-known']);
    expect(await behrouz.says('/reset', '310002', '0020000022')).toEqual(['locked-until-staff']);
  });

  it('works in the middle of a dialogue and leaves the question open', async () => {
    const behrouz = await notice();
    await behrouz.says('/reset', '310002');
    await behrouz.pressData(behrouz.screen.dataOf('کار من نبود'));
    expect(await behrouz.says('/help')).toEqual(['help', 'ask-national-id']);
  });
});
