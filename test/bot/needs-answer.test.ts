import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBotHarness, type BotHarness, type Visitor } from '../conversations/harness.js';
import { minute } from '../support/hand-clock.js';

describe('what gets no answer of its own', () => {
  let harness: BotHarness;
  let sara: Visitor;
  beforeEach(async () => {
    harness = await openBotHarness();
    sara = harness.visitor('sara');
  });
  afterEach(() => harness.drop());

  const photo = { photo: [{ file_id: 'x', file_unique_id: 'x', width: 1, height: 1 }] };
  const edited = (part: object) =>
    sara.update({
      edited_message: {
        message_id: 9,
        date: 0,
        from: sara.from,
        chat: { id: sara.from.id, type: 'private', first_name: 'x' },
        ...part,
      },
    } as Parameters<Visitor['update']>[0]);

  it('a live location that moves, a reaction and an edited picture are answered by silence, in a dialogue and out of it', async () => {
    for (const before of ['/start', '/reset']) {
      await sara.says(before);
      await edited({ edit_date: 1, location: { latitude: 35, longitude: 51 } });
      await edited({ text: 'the same' });
      await edited({ edit_date: 1, caption: 'x', ...photo });
      expect(sara.screen.news()).toEqual([]);
    }
  });

  it('an album of ten is answered once', async () => {
    await sara.says('/reset');
    for (let picture = 0; picture < 10; picture += 1) await sara.send({ ...photo, media_group_id: 'album' });
    const inDialogue = sara.screen.news();
    await sara.send({ ...photo });
    expect(sara.screen.news()).toEqual(inDialogue);
  });

  it('what is not understood outside a dialogue is answered once a minute', async () => {
    for (let times = 0; times < 20; times += 1) await sara.send({ text: 'چه خبر؟' });
    expect(sara.screen.news()).toEqual(['not-understood']);
    harness.clock.pass(minute);
    expect(await sara.says('چه خبر؟')).toEqual(['not-understood']);
  });
});
