import type { DataSource } from 'typeorm';
import type { LockKeeper } from '../db/lock-keeper.js';
import type { TransactionRunner } from '../db/transaction.js';
import { describeError } from '../safe-error.js';
import { readHealth, type Health } from '../http/health.js';
import { operatorPages } from '../http/operator-pages.js';
import { startHttp, type HttpServer } from '../http/server.js';
import { webhookPages } from '../http/webhook.js';
import { makeLeader } from '../intake/leader.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { Bots } from './bots.js';
import { deliveryEndpoint } from './delivery-endpoint.js';
import { makeMetricsPage } from './metrics-page.js';
import { openProcessMetrics } from './process-metrics.js';
import { readLateness, readProblems, readQueueDepths } from './queue-depths.js';
import type { Engine } from './engine.js';
import type { ProcessDeps } from './services.js';

export interface RunParts {
  shared: ProcessDeps;
  log: Log;
  engine: Engine;
  bots: Bots;
  /** Done at each start, before anything moves. */
  prepare: () => Promise<void>;
  dataSource: DataSource;
  inTransaction: TransactionRunner;
  locks: LockKeeper | null;
  metrics: Metrics;
  version: string;
}

/** Starting and stopping, in the order in which one thing needs the other. */
export interface Run {
  start: () => Promise<void>;
  stop: () => Promise<void>;
  health: () => Promise<Health>;
  httpPort: () => number;
}

export function makeRun(parts: RunParts): Run {
  const { shared, log, engine, bots, dataSource, inTransaction } = parts;
  const { config } = shared;
  const { updates, inbox, outbox, flood, replicaChecks } = engine;
  const leader = makeLeader(parts.locks, log);
  const stopping = new AbortController();
  const lead = inTurn(log);
  let operators: HttpServer | null = null;
  let world: HttpServer | null = null;

  const depths = () => readQueueDepths(inTransaction);
  const ofProcess = openProcessMetrics();
  const metricsPage = makeMetricsPage({
    ...parts,
    queues: async () => ({
      depths: await depths(),
      lateness: await readLateness(inTransaction, shared.clock),
    }),
    leading: () => leader.leading(),
    process: ofProcess.read,
    replica: config.replica,
    rests: engine.rests,
  });
  const health = (): Promise<Health> =>
    readHealth({
      depths,
      problems: () => readProblems(inTransaction, shared.clock),
      checks: [
        () => inWords(engine.missingKeys()),
        () => (engine.smsRests() ? 'all SMS providers rest: no code is sent' : null),
        () =>
          [...engine.rests().messengers.values()].includes(true)
            ? 'a messenger has asked for a long rest'
            : null,
        () => (flood.degraded() ? 'Redis is away: each replica limits floods for itself' : null),
        () => (updates.sources.every((source) => source.reached()) ? null : 'a messenger gives no updates'),
      ],
    });
  return {
    health,
    httpPort: () => operators?.port ?? 0,
    async start() {
      await bots.meet(stopping.signal);
      await parts.prepare();
      const deliveries = deliveryEndpoint({ vendors: config.sms, shared, inTransaction });
      const pages = operatorPages({ health, metrics: metricsPage, deliveries });
      operators = await startHttp({ ...config.http, pages, clock: shared.clock, log });
      outbox.start();
      inbox.start();
      replicaChecks.start();
      if (config.updates.kind === 'webhook')
        world = await startHttp({
          ...portOf(config.updates),
          ...{ pages: webhookPages(updates.endpoints), clock: shared.clock, log },
        });
      leader.start((leading) => void lead(() => (leading ? takeLead(engine) : leaveLead(engine))));
      log.info({ database: config.database.kind, messengers: config.messengers.length }, 'started');
    },
    async stop() {
      stopping.abort();
      await replicaChecks.stop();
      await leader.stop();
      await lead(() => leaveLead(engine));
      await world?.stop();
      await inbox.stop();
      await outbox.stop();
      await sealLast(engine, log);
      await operators?.stop();
      ofProcess.close();
      await flood.stop();
      if (dataSource.isInitialized) await dataSource.destroy();
      log.info({}, 'stopped');
    },
  };
}

/** Until it is at work again, nobody else may be there to seal what it wrote last. */
async function sealLast({ scheduler }: Engine, log: Log): Promise<void> {
  await scheduler.run('seal-audit').catch((error: unknown) => {
    log.warn({ fault: describeError(error) }, 'the last lines of the trail are left to be sealed');
  });
}

const inWords = (missingKeys: readonly string[]): string | null =>
  missingKeys.length > 0 ? `a key is missing from APP_KEYS here (${missingKeys.join(', ')})` : null;

const portOf = ({ host, port }: { host: string; port: number }) => ({ host, port });

async function takeLead({ updates, scheduler }: Engine): Promise<void> {
  for (const source of updates.sources) source.start();
  scheduler.start();
}

async function leaveLead({ updates, scheduler }: Engine): Promise<void> {
  await Promise.all([...updates.sources.map((source) => source.stop()), scheduler.stop()]);
}

/** One change after the other: the lead may be lost while it is still being taken. */
function inTurn(log: Log): (change: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (change) => {
    last = last
      .then(change)
      .catch((error: unknown) => log.error({ fault: describeError(error) }, 'the lead could not be changed'));
    return last;
  };
}
