import { systemRandom } from '../../../src/random.js';
import { say } from '../../progress.js';
import { exactly } from '../books/book.js';
import { pause } from '../mortal.js';
import type { World } from '../world/world.js';
import type { Play } from './play.js';

/** Step by step as docs/operations.md has it. */
export const keyRotation: Play = {
  does: 'changes the application key in two phases, encrypts everything anew, and takes the old key out',
  async run(world) {
    const { replicas, settings, ramzyar } = world;
    const [old, fresh] = [settings['APP_KEYS'] ?? '', systemRandom.bytes(32).toString('base64')];
    const both = `${fresh},${old}`;
    for (const keys of [`${old},${fresh}`, both]) {
      say(`every replica restarts with the new key ${keys === both ? 'before' : 'behind'} the old one`);
      for (const replica of replicas) {
        replica.change({ settings: { ...settings, APP_KEYS: keys } });
        await replica.restart();
      }
    }
    say('ramzyar keys rotate, while members are served');
    await rotateUntilNothingIsLeft(world, both);
    say('every replica is stopped, for the trail');
    await Promise.all(replicas.map((replica) => replica.stop()));
    const { said } = await ramzyar(['keys', 'rotate'], { APP_KEYS: both });
    for (const replica of replicas) {
      replica.change({ settings: { ...settings, APP_KEYS: fresh } });
      await replica.startAgain();
    }
    await Promise.all(replicas.map((replica) => replica.isReady()));
    const mayLeave = Number(said.includes('Done: older keys may leave'));
    const ends = replicas.reduce((sum, one) => sum + one.badEnds() + one.ownEnds(), 0);
    return {
      tables: [],
      entries: [
        exactly('the old key may leave, says the command', 1, mayLeave),
        exactly('ends of replicas by themselves, or not with 0', 0, ends),
      ],
    };
  },
};

const [mostRounds, betweenRoundsMs] = [40, 10_000];

/** Requests whose code is on its way keep their key until they are over. */
async function rotateUntilNothingIsLeft({ ramzyar }: World, keys: string): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const { said } = await ramzyar(['keys', 'rotate'], { APP_KEYS: keys });
    if (!said.includes('still need an older key')) return;
    await pause(betweenRoundsMs);
  }
}
