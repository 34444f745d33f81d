import { lookup } from 'node:dns/promises';
import { createServer } from 'node:net';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config/config.js';
import { makeHttpClient } from '../../http-client/http-client.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

/** The last day of each line of Node, as nodejs.org has it. */
const lastDays: Readonly<Record<number, string>> = {
  20: '2026-04-30',
  22: '2027-04-30',
  24: '2028-04-30',
  26: '2029-04-30',
};

/** What of this machine is in the way: its Node, its ports, and the name under which the world is to find it. */
export async function lookAtMachine({ http, updates }: Config, clock: Clock): Promise<CheckResult[]> {
  const [hook, ports] =
    updates.kind === 'webhook'
      ? [await addressFinding(updates.url), [portFinding('PORT', updates)]]
      : [[], []];
  const looked = await Promise.all([portFinding('HTTP_PORT', http), ...ports]);
  return [nodeFinding(process.versions.node, clock.now()), ...looked.flat(), ...hook];
}

/** The oldest that has what the product calls, as `engines` in `package.json` has it. */
const least = { major: 20, minor: 19 };

/** Of a line that gets no more mends, every hole that is found stays open. */
export function nodeFinding(version: string, now: Date): CheckResult {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < least.major || (major === least.major && minor < least.minor))
    return fault('node', `${version} is older than ${least.major}.${least.minor}`, 'take Node 24');
  const last = lastDays[major];
  if (!last)
    return warning(
      'node',
      `${version}, a line of which nothing is known here`,
      'take one with long support: 24',
    );
  if (now <= new Date(`${last}T23:59:59Z`)) return ok('node', `${version}, mended until ${last}`);
  return warning('node', `${version} is past its end of life: it was mended until ${last}`, 'take Node 24');
}

/** Free, or held by a bot that is at work. */
async function portFinding(
  name: 'HTTP_PORT' | 'PORT',
  { host, port }: { host: string; port: number },
): Promise<CheckResult[]> {
  if (port === 0) return [];
  const code = await triedToOpen(host, port);
  const place = `${host}:${port}`;
  if (code === null) return [ok(name, `${place} is free`)];
  if (code !== 'EADDRINUSE') return [fault(name, `${place} cannot be opened (${code})`, mendFor(name, code))];
  if (await answersLikeUs(host, port)) return [ok(name, `${place} is held by a bot at work`)];
  const taken = `${place} is taken by another program`;
  return [fault(name, taken, `end that program (ss -ltnp 'sport = :${port}'), or set another ${name}`)];
}

const mendFor = (name: string, code: string): string =>
  code === 'EACCES'
    ? `a port below 1024 is for root: set another ${name}`
    : `set ${name === 'PORT' ? 'HOST' : 'HTTP_HOST'} to an address that this machine has`;

function triedToOpen(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

async function answersLikeUs(host: string, port: number): Promise<boolean> {
  const there = host === '0.0.0.0' ? '127.0.0.1' : host.replace('::', '::1');
  const url = new URL(`http://${there.includes(':') ? `[${there}]` : there}:${port}/metrics`);
  const answer = await makeHttpClient()({ method: 'GET', url, headers: {} });
  // The port for webhooks has one page, and says no to everything else.
  return answer.kind === 'answered' && (answer.body.includes('ramzyar_build_info') || answer.status === 404);
}

/** A messenger looks the name up, and finds nobody. */
async function addressFinding(url: string): Promise<CheckResult[]> {
  const { hostname } = new URL(url);
  try {
    const { address } = await lookup(hostname.replace(/^\[|\]$/g, ''));
    return [ok('WEBHOOK_URL', `${hostname} is ${address}`)];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return [
      fault(
        'WEBHOOK_URL',
        `no machine is known by the name ${hostname} (${code ?? 'no answer'})`,
        'correct WEBHOOK_URL, or have the name registered: messengers look it up',
      ),
    ];
  }
}
