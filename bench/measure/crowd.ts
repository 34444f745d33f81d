import type { AtWork } from '../at-work.js';
import { marks, type People } from '../people.js';
import type { Town } from '../town.js';
import { cpuMs } from './proc.js';

/** What the recoveries of a crowd came to. */
export interface Crowd {
  recoveries: number;
  perSecond: number;
  /** Milliseconds of CPU a recovery: of the bot, of the database; null where that cannot be seen. */
  botCpuMs: number;
  databaseCpuMs: number | null;
  /** Calls to the messenger a recovery. */
  calls: number;
  /** After the last one, megabytes. */
  residentMb: number;
}

/** Members who come in the same moment. */
export const waveSize = 50;

export interface CrowdParts {
  town: Town;
  atWork: AtWork;
  people: People;
  databasePid: number | null;
  /** No further wave begins after so many milliseconds, or so many recoveries. */
  most: { ms: number; recoveries: number };
}

/** Waves of members who go the first-time way, each wave when the one before is back in; one before them all warms up. */
export async function measureCrowd({ town, atWork, people, databasePid, most }: CrowdParts): Promise<Crowd> {
  const wave = async (): Promise<number> => {
    const start = performance.now();
    const crowd = { people: people.next(waveSize, false), way: 'first' as const, marks, patienceMs: 120_000 };
    await town.messenger.ask('play', crowd);
    return performance.now() - start;
  };
  const read = async () => ({
    bot: atWork.cpuMs(),
    database: databasePid === null ? null : cpuMs(databasePid),
    calls: sum(Object.values(await town.messenger.ask('calls', null))),
  });
  await wave();
  await settled(town);
  const before = await read();
  let [recoveries, ms] = [0, 0];
  while (recoveries < most.recoveries && ms < most.ms) {
    ms += await wave();
    recoveries += waveSize;
  }
  await settled(town);
  const after = await read();
  return {
    recoveries,
    perSecond: recoveries / (ms / 1_000),
    botCpuMs: (after.bot - before.bot) / recoveries,
    databaseCpuMs: before.database === null ? null : ((after.database ?? 0) - before.database) / recoveries,
    calls: (after.calls - before.calls) / recoveries,
    residentMb: atWork.residentMb(),
  };
}

/** What nobody waits for is done as well. */
export const settled = (town: Town): Promise<void> => town.messenger.ask('quiet', 1_000);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
