import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { makeApp, type App } from '../../src/app/app.js';
import type { Clock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import type { Log } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import type { DatabaseKind } from './databases.js';

/** The product at work on Telegram with hardly a setting, for whoever reads what it says. */
export interface PlainApp {
  app: App;
  emulator: Emulator;
  stop(): Promise<void>;
}

export async function startPlainApp(
  { createEmpty }: DatabaseKind,
  edges: { clock: Clock; log: Log },
): Promise<PlainApp> {
  const database = await createEmpty();
  const emulator = await startEmulator({});
  const config = readConfig({
    TELEGRAM_BOT_TOKEN: emulator.token('telegram'),
    TELEGRAM_API_ROOT: emulator.root('telegram'),
    DATABASE_URL: database.url,
    APP_KEYS: Buffer.alloc(32, 'a key').toString('base64'),
    SMS_PROVIDERS: 'file',
    HTTP_PORT: '0',
  });
  const app = await makeApp(config, { ...edges, random: systemRandom });
  await app.start();
  return {
    app,
    emulator,
    async stop() {
      await app.stop();
      await emulator.stop();
      await database.drop();
    },
  };
}
