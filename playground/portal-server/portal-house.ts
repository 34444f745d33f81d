import { join } from 'node:path';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Clock } from '../../src/clock.js';
import type { Env } from '../../src/config/setting.js';
import { makeDataSource } from '../../src/db/data-source.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import { migrate } from '../../src/db/migrate.js';
import { makeLocalPortal, type LocalPortal } from '../../src/portal/local.js';
import type { Random } from '../../src/random.js';
import { listen } from '../listen.js';
import { quickCost } from '../seed.js';
import { makePortalServer } from './portal-server.js';

export interface PortalHouseParts {
  /** Where its own database is kept. */
  folder: string;
  clock: Clock;
  random: Random;
  /** Stands in the way of the product's requests. */
  inFront?: MiddlewareHandler | undefined;
  /** Any free one without a word. */
  port?: number;
}

/** An insurer's portal that stands by itself: a database of its own, and the published service in front of it. */
export interface StandingPortal {
  portal: LocalPortal;
  /** What the product must be set to. */
  settings: Env;
  stop(): Promise<void>;
}

export async function openPortalHouse({
  folder,
  clock,
  random,
  inFront = (_c, next) => next(),
  port = 0,
}: PortalHouseParts): Promise<StandingPortal> {
  const dataSource = await makeDataSource({ kind: 'sqlite', file: join(folder, 'portal.db') }).initialize();
  await migrate(dataSource);
  const portal = makeLocalPortal({
    inTransaction: makeTransactionRunner(dataSource),
    random,
    cost: quickCost,
  });
  const customer = { token: random.bytes(16).toString('hex'), secret: random.bytes(16).toString('hex') };
  const service = makePortalServer({ portal, customer, clock });
  const server = await listen(new Hono().use(inFront).route(basePath, service), port);
  return {
    portal,
    settings: {
      PORTAL: 'http',
      PORTAL_API_URL: `${server.url}${basePath}`,
      PORTAL_API_TOKEN: customer.token,
      PORTAL_API_SECRET: customer.secret,
    },
    stop: async () => {
      await server.stop();
      await dataSource.destroy();
    },
  };
}

const basePath = '/portal/v1';
