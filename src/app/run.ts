import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import type { InTransaction } from '../db/transaction.js';
import { faultOf } from '../fault.js';
import { readHealth, type Health } from '../http/health.js';
import { startHttp, type HttpServer } from '../http/server.js';
import { makeLeader } from '../intake/leader.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { Bots } from './bots.js';
import { readDepths } from './depths.js';
import type { Engine } from './engine.js';

export interface RunParts {
  config: Config;
  log: Log;
  engine: Engine;
  bots: Bots;
  dataSource: DataSource;
  inTransaction: InTransaction;
  metrics: Metrics;
}

/** Starting and stopping, in the order in which one thing needs the other. */
export interface Run {
  start: () => Promise<void>;
  stop: () => Promise<void>;
  health: () => Promise<Health>;
  httpPort: () => number;
}

export function makeRun({ config, log, engine, bots, dataSource, inTransaction, metrics }: RunParts): Run {
  const { pollers, inbox, outbox, flood } = engine;
  const leader = makeLeader(config.database, log);
  const stopping = new AbortController();
  const lead = inTurn(log);
  let http: HttpServer | null = null;

  const health = (): Promise<Health> =>
    readHealth({
      depths: () => readDepths(inTransaction),
      worries: [
        () => (flood.degraded() ? 'Redis is away: each replica limits floods for itself' : null),
        () => (pollers.every((poller) => poller.reached()) ? null : 'a messenger gives no updates'),
      ],
    });
  return {
    health,
    httpPort: () => http?.port ?? 0,
    async start() {
      await bots.meet(stopping.signal);
      const metricsText = async (): Promise<string> => metrics.text(await readDepths(inTransaction));
      http = await startHttp(config.httpPort, { health, metrics: metricsText });
      await outbox.start();
      inbox.start();
      leader.start((leading) => void lead(() => (leading ? takeLead(engine) : leaveLead(engine))));
      log.info({ database: config.database.kind, messengers: pollers.length }, 'started');
    },
    async stop() {
      stopping.abort();
      await leader.stop();
      await lead(() => leaveLead(engine));
      await inbox.stop();
      await outbox.stop();
      await http?.stop();
      await flood.stop();
      await dataSource.destroy();
      log.info({}, 'stopped');
    },
  };
}

async function takeLead({ pollers, keeper }: Engine): Promise<void> {
  for (const poller of pollers) poller.start();
  keeper.start();
}

async function leaveLead({ pollers, keeper }: Engine): Promise<void> {
  await Promise.all([...pollers.map((poller) => poller.stop()), keeper.stop()]);
}

/** One change after the other: the lead may be lost while it is still being taken. */
function inTurn(log: Log): (change: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (change) => {
    last = last
      .then(change)
      .catch((error: unknown) => log.error({ fault: faultOf(error) }, 'the lead could not be changed'));
    return last;
  };
}
