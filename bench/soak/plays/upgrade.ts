import { say } from '../../progress.js';
import { exactly } from '../books/book.js';
import { pause } from '../mortal.js';
import { thisProgram, type World } from '../world/world.js';
import { buildOlder, firstOfThisSchema, type OlderBuild } from './older-build.js';
import type { Play } from './play.js';

/** Members who are served by the older version before it is replaced. */
const before = 15;

/** Every older process is stopped before the first new one starts, unless `--from` has the schema of now. */
export const upgrade = upgradeFrom(
  'replaces an older version by this one, with members in the middle of it',
  async (from) => buildOlder(from ?? `${await firstOfThisSchema()}^`),
);

/** Both versions are at work for a while. */
export const rollingUpgrade = upgradeFrom(
  'replaces an older version of the same schema by this one, one replica after the other',
  async (from) => {
    const older = await buildOlder(from ?? (await firstOfThisSchema()));
    if (older.otherSchema) throw new Error(`${older.commit} has another schema: that is --only upgrade`);
    return older;
  },
);

function upgradeFrom(does: string, build: (from: string | null) => Promise<OlderBuild>): Play {
  let older: OlderBuild | null = null;
  return {
    does,
    async first({ from }) {
      say('building the older version');
      older = await build(from);
      return older.program;
    },
    async run({ replicas }, crowd) {
      while (crowd.visits.length < before) await pause(200);
      const { commit = '', otherSchema = false } = older ?? {};
      say(`upgrade, with ${crowd.visits.length} members through and ${crowd.present()} there`);
      for (const replica of replicas) replica.change({ program: thisProgram });
      await (otherSchema ? allAtOnce : oneAfterTheOther)(replicas);
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
}

type Replicas = World['replicas'];

async function allAtOnce(replicas: Replicas): Promise<void> {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await Promise.all(replicas.map((replica) => replica.startAgain()));
  await Promise.all(replicas.map((replica) => replica.isReady()));
}

async function oneAfterTheOther(replicas: Replicas): Promise<void> {
  for (const replica of replicas) await replica.restart();
}
