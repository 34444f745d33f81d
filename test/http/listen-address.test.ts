import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../playground/emulator/emulator.js';
import { listen } from '../../playground/listen.js';
import { makeApp, type App } from '../../src/app/app.js';
import { systemClock } from '../../src/clock.js';
import { readConfig } from '../../src/config/config.js';
import { startHttp } from '../../src/http/server.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { faultsOf, least } from '../config/complete-settings.js';
import { deadAddress } from '../support/vendors/stand-in.js';

/** What is open on the loopback's usual address alone is not open here; what is open everywhere is. */
const elsewhere = '127.0.0.2';

async function answersAt(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  const ended = once(socket, 'connect').then(
    () => true,
    () => false,
  );
  return ended.finally(() => socket.destroy());
}

const portOf = (url: string): number => Number(new URL(url).port);

describe('the ports of the product', () => {
  let emulator: Emulator;
  let app: App;
  let updates: number;
  beforeEach(async () => {
    emulator = await startEmulator();
    updates = portOf(await deadAddress());
  });
  afterEach(async () => {
    await app.stop();
    await emulator.stop();
  });

  const start = async (settings: Record<string, string>): Promise<void> => {
    const config = readConfig({
      ...least,
      ...{ TELEGRAM_BOT_TOKEN: emulator.token('telegram'), TELEGRAM_API_ROOT: emulator.root('telegram') },
      ...{ DATABASE_URL: 'sqlite::memory:', HTTP_PORT: '0', PORT: String(updates) },
      ...{ UPDATES: 'webhook', WEBHOOK_URL: `http://127.0.0.1:${updates}` },
      WEBHOOK_SECRET: 'a-secret-of-the-tests',
      ...settings,
    });
    app = await makeApp(config, { clock: systemClock, random: systemRandom, log: silence });
    await app.start();
  };
  const open = async (host: string) => ({
    operators: await answersAt(host, app.httpPort()),
    updates: await answersAt(host, updates),
  });

  it('are open to this machine alone where nothing else is said', async () => {
    await start({});
    expect(await open('127.0.0.1')).toEqual({ operators: true, updates: true });
    expect(await open(elsewhere)).toEqual({ operators: false, updates: false });
  });

  it('are open where their settings say, each by its own', async () => {
    await start({ HTTP_HOST: elsewhere });
    expect(await open('127.0.0.1')).toEqual({ operators: false, updates: true });
    expect(await open(elsewhere)).toEqual({ operators: true, updates: false });
  });

  it('are open to everybody in a container, whose image says so', async () => {
    await start({ HTTP_HOST: '0.0.0.0', HOST: '0.0.0.0' });
    expect(await open(elsewhere)).toEqual({ operators: true, updates: true });
  });
});

it('an address that is not this machine’s is no place to listen', async () => {
  const start = startHttp({
    host: '192.0.2.1',
    port: 0,
    pages: new Hono(),
    clock: systemClock,
    log: silence,
  });
  await expect(start).rejects.toThrow('EADDRNOTAVAIL');
});

it.each(['localhost:80', '[::1]', 'http://127.0.0.1', 'everywhere', '1.2.3'])(
  'what is no address is refused before the start: %s',
  (address) => {
    const hook = {
      UPDATES: 'webhook',
      WEBHOOK_URL: 'https://bot.example',
      WEBHOOK_SECRET: 'a-secret-of-the-tests',
    };
    expect(faultsOf({ ...least, ...hook, HTTP_HOST: address, HOST: address })).toEqual([
      expect.stringMatching(/^HOST must be an address of this machine/),
      expect.stringMatching(/^HTTP_HOST must be an address of this machine/),
    ]);
  },
);

it('the playground is open to this machine alone, whatever is set', async () => {
  for (const name of ['HTTP_HOST', 'HOST']) process.env[name] = '0.0.0.0';
  const [emulator, page] = [await startEmulator(), await listen(new Hono())];
  try {
    for (const url of [emulator.root('telegram'), page.url]) {
      expect(await answersAt('127.0.0.1', portOf(url))).toBe(true);
      expect(await answersAt(elsewhere, portOf(url))).toBe(false);
    }
  } finally {
    for (const name of ['HTTP_HOST', 'HOST']) delete process.env[name];
    await emulator.stop();
    await page.stop();
  }
});
