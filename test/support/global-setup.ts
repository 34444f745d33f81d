import { fileURLToPath } from 'node:url';
import {
  answers,
  installed,
  startMariadb,
  startRedis,
  type PrivateServer,
} from '../../bench/private-servers.js';
import { keepFound } from './services.js';

const started: PrivateServer[] = [];

/** Looks once, before all suites, for what they need: what `TEST_…` names (`none`: do without), else what answers in its usual place, else a server of our own. */
export default async function setup(): Promise<() => void> {
  const { TEST_MARIADB, TEST_REDIS, TEST_CHROMIUM, TEST_KANNEL, TEST_PROMTOOL, TEST_NODE24 } = process.env;
  keepFound(
    'TEST_MARIADB',
    named(TEST_MARIADB) ?? (await server('mysql://root@127.0.0.1:3306', () => startMariadb())),
  );
  keepFound('TEST_REDIS', named(TEST_REDIS) ?? (await server('redis://127.0.0.1:6379', startRedis)));
  keepFound(
    'TEST_CHROMIUM',
    named(TEST_CHROMIUM) ?? installed('/usr/bin/chromium', '/usr/bin/google-chrome'),
  );
  keepFound('TEST_KANNEL', named(TEST_KANNEL) ?? (installed('/usr/sbin/bearerbox') && '/usr/sbin'));
  keepFound(
    'TEST_PROMTOOL',
    named(TEST_PROMTOOL) ?? installed('/usr/bin/promtool', '/usr/local/bin/promtool'),
  );
  keepFound('TEST_NODE24', named(TEST_NODE24) ?? node24());
  return () => {
    for (const { stop } of started) stop();
  };
}

/** The one that `npm run recommended-node` fetches, or the one that all of this runs under. */
const node24 = (): string | null =>
  process.versions.node.startsWith('24.') ? process.execPath : installed(fetched);

const fetched = fileURLToPath(new URL('../node-24/node_modules/.bin/node', import.meta.url));

const named = (value: string | undefined): string | undefined => (value === 'none' ? '' : value);

async function server(usual: string, start: () => Promise<PrivateServer | null>): Promise<string | null> {
  if (await answers(Number(new URL(usual).port))) return usual;
  const own = await start();
  if (own) started.push(own);
  return own?.url ?? null;
}
