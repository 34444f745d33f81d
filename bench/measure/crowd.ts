import type { AtWork } from '../at-work.js';
import { play, type Scene } from '../scene.js';
import type { Phase } from './phases.js';
import { cpuMs, machineMs } from './proc.js';

/** Members who come in the same moment. */
export const waveSize = 50;

/** No further wave begins after so many milliseconds, or so many recoveries. */
const most = { ms: 20_000, recoveries: 400 };

/** Waves of members who go the first-time way, each when the one before is back in; one before them all warms up. */
export const crowd: Phase = {
  name: 'a crowd',
  async measure(scene, atWork) {
    await play(scene, waveSize);
    await scene.town.quiet();
    const before = await read(scene, atWork);
    const { recoveries, ms } = await waves(scene);
    await scene.town.quiet();
    const after = await read(scene, atWork);
    const spent = (gauge: keyof typeof after): number => after[gauge] - before[gauge];
    const ours = spent('bot') + spent('database') + spent('bench');
    return {
      perSecond: recoveries / (ms / 1_000),
      botCpuMs: spent('bot') / recoveries,
      databaseCpuMs: usesServer(scene) ? spent('database') / recoveries : null,
      callsFirst: spent('calls') / recoveries,
      residentMb: atWork.residentMb(),
      othersCores: Math.max(0, (spent('machine') - ours) / spent('clock')),
    };
  },
};

async function waves(scene: Scene): Promise<{ recoveries: number; ms: number }> {
  let [recoveries, ms] = [0, 0];
  while (recoveries < most.recoveries && ms < most.ms) {
    const start = performance.now();
    await play(scene, waveSize);
    ms += performance.now() - start;
    recoveries += waveSize;
  }
  return { recoveries, ms };
}

/** Calls to the messenger of members whose mobile is on record. */
export const known: Phase = {
  name: 'members with a mobile on record',
  async measure(scene) {
    const members = 10;
    await scene.town.quiet();
    const before = await callsOf(scene);
    await play(scene, members, 'known');
    await scene.town.quiet();
    return { callsKnown: ((await callsOf(scene)) - before) / members };
  },
};

const usesServer = ({ subject, server }: Scene): boolean =>
  subject.database === 'MariaDB' && server.pid !== null;

/** Everything in milliseconds but the calls. */
async function read(scene: Scene, atWork: AtWork) {
  const { user, system } = process.cpuUsage();
  return {
    bot: atWork.cpuMs(),
    database: scene.server.pid !== null && usesServer(scene) ? cpuMs(scene.server.pid) : 0,
    bench: scene.town.cpuMs() + (user + system) / 1_000,
    machine: machineMs(),
    clock: performance.now(),
    calls: await callsOf(scene),
  };
}

async function callsOf({ town }: Scene): Promise<number> {
  const byMethod = await town.messenger.ask('calls', null);
  return Object.values(byMethod).reduce((total, count) => total + count, 0);
}
