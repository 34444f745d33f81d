import { makeApp, type App } from './app/app.js';
import { systemClock } from './clock.js';
import { ConfigFault, readConfig } from './config/config.js';
import { gatherEnvironment } from './config/environment.js';
import { describeError } from './safe-error.js';
import { makeLog, type Log } from './log.js';
import { systemRandom } from './random.js';

const hint =
  'Every setting stands in docs/settings.md. To try everything without any settings: npm run playground';

/** Longer than any job in hand; after that, what is left is taken up at the next start. */
const shutdownMs = 40_000;

try {
  const config = readConfig(gatherEnvironment(process.env));
  const log = makeLog(config.logLevel);
  const app = await makeApp(config, { clock: systemClock, random: systemRandom, log });
  await serve(app, log);
} catch (error) {
  if (error instanceof ConfigFault) console.error(`${error.message}\n\n${hint}`);
  else console.error(`Cannot start: ${error instanceof Error ? error.message : describeError(error)}`);
  process.exit(1);
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
