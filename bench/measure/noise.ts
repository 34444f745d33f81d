import { startAtWork } from '../at-work.js';
import type { Figures } from '../figures.js';
import { say } from '../progress.js';
import { play, type Scene } from '../scene.js';
import { waitsOf } from '../waits.js';
import { newChats } from './words.js';

/** At the pace that Bale asks of a bot as it comes. */
const pace = { TELEGRAM_CALLS_PER_SECOND: '10', TELEGRAM_PER_CHAT_AND_MINUTE: '60' };

/** Each writes as often as the flood limit just allows: twenty a minute, with some luck. */
const neighbours = { chats: 40, everyMs: 3_200 };

const members = 10;

/** What a recovery takes at a messenger's own pace, alone and while forty chats write whatever they like. */
export async function measureNoise(scene: Scene): Promise<Figures> {
  const { subject, town, url } = scene;
  say(`${subject.name}: noisy neighbours`);
  const atWork = await startAtWork({ ...subject, settings: { ...subject.settings, ...pace } }, town, url);
  try {
    const quietMedian = await median(scene);
    await town.messenger.ask('beginNoise', { firstChat: newChats(neighbours.chats), ...neighbours });
    const noisyMedian = await median(scene);
    await town.messenger.ask('endNoise', null);
    return { quietMedian, noisyMedian };
  } finally {
    await atWork.stop();
  }
}

/** Of members with a mobile on record who come one after the other. */
async function median(scene: Scene): Promise<number> {
  const waits: number[] = [];
  for (let member = 0; member < members; member += 1) waits.push(...(await play(scene, 1, 'known')));
  return waitsOf(waits).median;
}
