import { setFlagsFromString } from 'node:v8';
import { systemClock } from '../clock.js';
import { ConfigFault, readConfig } from '../config/config.js';
import type { Env } from '../config/setting.js';
import { makeLog, type Log } from '../log.js';
import { systemRandom } from '../random.js';
import { describeError } from '../safe-error.js';
import { makeApp, type App } from './app.js';

const hint =
  'Every setting stands in docs/settings.md. To try everything without any settings: npm run playground';

/**
 * After a collection the heap may grow by so many percent of what is alive before the next one. V8 by itself lets a busy
 * process grow to several times of it, and gives little of that back: in the bench's crowd 360 MB instead of 220.
 */
const heapGrowth = '--heap-growing-percent=50';

/** Longer than any job in hand; after that, what is left is taken up at the next start. */
const shutdownMs = 40_000;

export interface Surroundings {
  /** Throws a `ConfigFault` when a file of theirs cannot be read. */
  env: () => Env;
  /** Says why the start is refused. */
  complain: (line: string) => void;
}

/** The process from its settings to its end. Never returns: it ends with 0 when told to stop, with 1 when it cannot go on. */
export async function runProduct({ env, complain }: Surroundings): Promise<void> {
  setFlagsFromString(heapGrowth);
  try {
    const config = readConfig(env());
    const log = makeLog(config.logLevel);
    const app = await makeApp(config, { clock: systemClock, random: systemRandom, log });
    await serve(app, log);
  } catch (error) {
    if (error instanceof ConfigFault) complain(`${error.message}\n\n${hint}`);
    else complain(`Cannot start: ${error instanceof Error ? error.message : describeError(error)}`);
    process.exit(1);
  }
}

async function serve(app: App, log: Log): Promise<void> {
  const signalled = new Promise<null>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
  await app.start();
  const broken = await Promise.race([app.fatalError, signalled]);
  if (broken) log.error({ reason: broken.message }, 'stopping: this needs a person');
  setTimeout(() => process.exit(1), shutdownMs).unref();
  await app.stop();
  process.exit(broken ? 1 : 0);
}
