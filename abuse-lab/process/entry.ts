import { makeApp, type App } from '../../src/app/app.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { makeLog } from '../../src/log.js';
import { seededRandom } from '../../playground/seeded-random.js';
import type { Order, Start } from './orders.js';

/** The product as it is built, but for its clock and its chance, which the lab holds: a second entry beside `src/main.ts`. */
let ahead = 0;
let app: App | null = null;

process.on('message', (order: Order) => {
  void obey(order).then(
    () => process.send?.({ ok: true }),
    (error: unknown) => process.send?.({ ok: false, fault: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.on('SIGTERM', () => void app?.stop().then(() => process.exit(0)));

async function obey(order: Order): Promise<void> {
  if (order.kind === 'start') return start(order);
  if (order.kind === 'clock') ahead = order.ahead;
  else for (const name of order.names) await app?.runTask(name);
}

async function start({ settings, ahead: first, seed }: Start): Promise<void> {
  ahead = first;
  const config = readConfig(settings);
  const clock = { now: () => new Date(systemClock.now().getTime() + ahead) };
  app = await makeApp(config, { clock, random: seededRandom(seed), log: makeLog(config.logLevel) });
  await app.start();
  void app.fatalError.then(() => process.exit(1));
}
