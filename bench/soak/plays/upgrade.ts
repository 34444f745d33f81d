import { say } from '../../progress.js';
import { exactly } from '../books/book.js';
import { pause } from '../mortal.js';
import { thisProgram } from '../world/world.js';
import { buildOlder, type OlderBuild } from './older-build.js';
import type { Play } from './play.js';

/** Members who are served by the older version before it is replaced. */
const before = 15;

let older: OlderBuild | null = null;

/** Where the schema has changed since, every older process is stopped before the first new one starts. */
export const upgrade: Play = {
  does: 'replaces an older version by this one, with members in the middle of it',
  async first({ from }) {
    say('building the older version');
    older = await buildOlder(from);
    return older.program;
  },
  async run({ replicas }, crowd) {
    while (crowd.visits.length < before) await pause(200);
    const { commit = '', otherSchema = false } = older ?? {};
    say(`upgrade, with ${crowd.visits.length} members through and ${crowd.present()} there`);
    for (const replica of replicas) replica.change({ program: thisProgram });
    if (otherSchema) {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await Promise.all(replicas.map((replica) => replica.startAgain()));
      await Promise.all(replicas.map((replica) => replica.isReady()));
    } else for (const replica of replicas) await replica.restart();
    const ends = replicas.reduce((sum, one) => sum + one.badEnds() + one.ownEnds(), 0);
    const way = otherSchema
      ? 'another schema; all were stopped first'
      : 'the same schema; one after the other';
    return {
      tables: [`From ${commit.slice(0, 7)}: ${way}.`],
      entries: [exactly('ends of replicas by themselves, or not with 0', 0, ends)],
    };
  },
};
