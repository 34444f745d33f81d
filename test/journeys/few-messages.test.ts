import { expect, it } from 'vitest';
import { startStage } from '../../playground/stage.js';
import { makeNarrator } from '../../playground/walkthrough/narrator.js';
import { sceneOn } from '../../playground/walkthrough/play.js';
import { tallyOf } from '../../playground/walkthrough/tally.js';
import type { Way } from '../../playground/walkthrough/way.js';
import { firstTime } from '../../playground/walkthrough/ways/first-time.js';
import { neverSet } from '../../playground/walkthrough/ways/never-set.js';
import { secondTime } from '../../playground/walkthrough/ways/second-time.js';

const nobodyListens = makeNarrator(() => undefined, false);

const most: [what: string, way: Way, most: { messages: number; words: number; calls: number }][] = [
  ['the first time', firstTime, { messages: 6, words: 151, calls: 11 }],
  ['the second time', secondTime, { messages: 4, words: 110, calls: 8 }],
  ['who never set a password', neverSet, { messages: 2, words: 71, calls: 3 }],
];

it.each(most)('%s few messages bring a member back in, and they are soon read', async (_, way, bound) => {
  const stage = await startStage({ messengers: ['telegram'] });
  await way.play(sceneOn(stage, 'telegram', nobodyListens));
  await stage.emulator.settled();
  const { messages, words, calls, fillers } = tallyOf(stage.emulator.calls());
  const typing = stage.emulator.calls().filter(({ method }) => method === 'sendChatAction').length;
  await stage.stop();
  // On a busy machine the portal may be slow to answer, and the wait is filled.
  expect(messages - fillers).toBeLessThanOrEqual(bound.messages);
  expect(calls - fillers - typing).toBeLessThanOrEqual(bound.calls);
  if (fillers === 0) expect(words).toBeLessThanOrEqual(bound.words);
});
