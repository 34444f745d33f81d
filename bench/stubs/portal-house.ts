import { openPortalHouse } from '../../playground/portal-server/portal-house.js';
import { seededRandom } from '../../playground/seeded-random.js';
import { systemClock } from '../../src/clock.js';
import { givenPort, serveParent } from './child.js';

/** The insurer's portal as a program of its own, with its books on the disk: what it has done once, it knows after a kill. */
export type PortalProgram = typeof services;

const { STUB_FOLDER: folder = '.', STUB_SEED: seed = '' } = process.env;
// The same for the same seed, so that one that is started again has the same customer.
const random = seededRandom(seed);
const house = await openPortalHouse({ folder, clock: systemClock, random, port: givenPort() });

const services = {
  /** What the product must be set to. */
  settings: (_: null) => house.settings,
};

serveParent(services);
