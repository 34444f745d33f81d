import { say } from '../../progress.js';
import { exactly } from '../books/book.js';
import type { Play } from './play.js';

const rounds = 3;

export const rollingRestart: Play = {
  does: 'restarts one replica after the other, three times over',
  async run({ replicas }) {
    for (let round = 1; round <= rounds; round += 1)
      for (const [at, replica] of replicas.entries()) {
        say(`restarting replica ${at + 1}, round ${round}`);
        await replica.restart();
      }
    const ends = replicas.reduce((sum, one) => sum + one.badEnds() + one.ownEnds(), 0);
    return { tables: [], entries: [exactly('ends of replicas by themselves, or not with 0', 0, ends)] };
  },
};
