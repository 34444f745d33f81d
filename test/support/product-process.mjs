import process from 'node:process';
import { makeApp } from '../../dist/src/app.js';
import { systemClock } from '../../dist/src/clock.js';
import { readConfig } from '../../dist/src/config/config.js';
import { makeFlood } from '../../dist/src/intake/flood.js';
import { makeReceive } from '../../dist/src/intake/receive.js';
import { systemRandom } from '../../dist/src/random.js';

/** The product as it is built, in a process of its own that dies when and where its parent wishes. */
let death = null;
let ahead = 0;

process.on('message', async ({ order, ...given }) => {
  const answer = await orders[order](given);
  process.send({ order, answer });
});
process.on('disconnect', () => process.exit());

const orders = {
  start: async ({ settings, ...given }) => {
    orders.advance(given);
    const clock = { now: () => new Date(systemClock.now().getTime() + ahead) };
    const edges = { clock, random: systemRandom, log };
    const app = await makeApp(readConfig(settings), edges);
    orders.receive = takesIn(app, edges);
    await app.start();
  },
  advance: (given) => {
    ahead = given.ahead;
  },
  die: (point) => {
    death = point;
  },
};

/** What the poller would do with an update, done with any that the parent hands over. */
function takesIn({ inTransaction, keyring }, { clock }) {
  const flood = makeFlood({ updatesPerWindow: 10_000, windowMs: 60_000 }, clock);
  const nothing = () => undefined;
  const receive = makeReceive({ inTransaction, keyring, clock, flood, log, count: nothing, wake: nothing });
  return async ({ from, updates }) => {
    await Promise.all(updates.map((update) => receive(from, update)));
  };
}

/** Each line is a point between two steps of the product, and at the chosen one it is killed as by `kill -9`. */
function say({ kind }, message) {
  if (death === null || message !== death.line || (death.kind && kind !== death.kind)) return;
  death.nth -= 1;
  if (death.nth === 0) process.kill(process.pid, 'SIGKILL');
}

const log = { debug: say, info: say, warn: say, error: say };
