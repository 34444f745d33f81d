import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { StageClock } from '../../playground/clock.js';
import { comesDue } from '../../playground/come-due.js';
import type { PhoneNetwork } from '../../playground/phone/phone.js';
import type { Env } from '../../src/config/setting.js';
import { schedule } from '../../src/scheduler/schedule.js';
import { startProduct, type Product } from '../process/start-product.js';

/** The processes of the product, and their time. */
export interface Fleet {
  readonly products: readonly Product[];
  /** Where messengers bring updates to them, where they do. */
  readonly ports: readonly number[];
  /** Lets time go by, for everybody; what the schedule would have done in it is done, each once. */
  pass(milliseconds: number): Promise<void>;
  /** Sets the clocks of the product alone so many milliseconds before this machine's; behind it, where negative. */
  setClocks(ahead: number): Promise<void>;
  /** Ends one process, and starts it again with these settings changed. */
  restart(place: number, changed: Env): Promise<void>;
  stopAll(): Promise<void>;
}

export interface FleetParts {
  processes: number;
  settings: Env;
  clock: StageClock;
  seed: string;
  phone: PhoneNetwork;
}

export async function makeFleet({ processes, settings, clock, seed, phone }: FleetParts): Promise<Fleet> {
  let started = 0;
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const start = (place: number, changed: Env = {}): Promise<Product> => {
    started += 1;
    const own = { ...settings, ...broughtTo(settings, ports, place), ...changed };
    return startProduct({ settings: own, ahead: clock.ahead, seed: `${seed} process ${started}` });
  };
  const products: Product[] = [];
  for (let place = 0; place < processes; place += 1) products.push(await start(place));
  return {
    ...{ products, ports },
    async pass(milliseconds) {
      const before = clock.now();
      clock.advance(milliseconds);
      await Promise.all(products.map((one) => one.setClock(clock.ahead)));
      phone.deliverDue();
      const due = schedule.filter(({ when }) => comesDue(when, before, clock.now()));
      await products[0]?.runTasks(due.map(({ name }) => name));
    },
    setClocks: async (ahead) => void (await Promise.all(products.map((one) => one.setClock(ahead)))),
    async restart(place, changed) {
      await products[place]?.stop();
      products[place] = await start(place, changed);
    },
    stopAll: async () =>
      void (await Promise.all(products.filter((one) => one.isAlive()).map((one) => one.stop()))),
  };
}

/** All updates are brought to the first one. */
const broughtTo = ({ UPDATES }: Env, ports: readonly number[], place: number): Env =>
  UPDATES === 'webhook' ? { PORT: String(ports[place]), WEBHOOK_URL: `http://127.0.0.1:${ports[0]}` } : {};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
