import process from 'node:process';
import { makeApp } from '../../dist/src/app/app.js';
import { systemClock } from '../../dist/src/clock.js';
import { readConfig } from '../../dist/src/config/config.js';
import { makeFlood } from '../../dist/src/intake/flood.js';
import { makeReceive } from '../../dist/src/intake/receive.js';
import { systemRandom } from '../../dist/src/random.js';

/** The product as it is built, in a process of its own that dies or hangs when and where its parent wishes. */
let fate = null;
let ahead = 0;
let leads = false;
let app = null;

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
    app = await makeApp(readConfig(settings), edges);
    orders.receive = takesIn(app, edges);
    await app.start();
  },
  advance: (given) => {
    ahead = given.ahead;
  },
  meet: (given) => {
    fate = given.fate;
  },
  leads: () => leads,
};

/** What the poller would do with an update, done with any that the parent hands over. */
function takesIn({ inTransaction, keyring }, { clock }) {
  const flood = makeFlood({ updatesPerWindow: 10_000, windowMs: 60_000 }, clock);
  const nothing = () => undefined;
  // Each is written down, so that the processes have the rows to share.
  const atOnce = async () => 'left';
  const parts = { inTransaction, inStatement: inTransaction, keyring, clock, flood, atOnce, log };
  const receive = makeReceive({ ...parts, count: nothing, onDeadLetter: async () => undefined });
  return async ({ from, updates }) => {
    await Promise.all(updates.map((update) => receive(from, [update])));
  };
}

process.on('SIGTERM', () => void app?.stop().then(() => process.exit(0)));

/** Each line is a point between two steps of the product, and at the chosen one it gets the signal that is to end or to stop it. */
function say({ kind, leading }, message) {
  if (leading !== undefined) leads = leading;
  if (fate === null || message !== fate.line || (fate.kind && kind !== fate.kind)) return;
  fate.nth -= 1;
  if (fate.nth === 0) process.kill(process.pid, fate.signal);
}

const log = { debug: say, info: say, warn: say, error: say };
