import { randomInt } from 'node:crypto';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of our own, started from an installed program on a private port; gone when the run is over. */
export interface PrivateServer {
  url: string;
  stop: () => void;
}

/** One that may be killed, and started again on what it had written. */
export interface MortalServer extends PrivateServer {
  pid: () => number;
  /** Asks it to end, and kills it where it has not after half a minute, as systemd would; resolves when it is gone. */
  end: () => Promise<void>;
  /** Resolves when it is gone. */
  kill: () => Promise<void>;
  /** Resolves when it answers again. */
  startAgain: () => Promise<void>;
}

/** The first of the paths that can be run here. */
export function installed(...paths: string[]): string | null {
  return paths.find(executable) ?? null;
}

/** Null when no MariaDB is installed; `otherwise`: more words for its server. */
export async function startMariadb(otherwise: readonly string[] = []): Promise<MortalServer | null> {
  const server = installed('/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd');
  const prepare = installed('/usr/bin/mariadb-install-db', '/usr/local/bin/mariadb-install-db');
  if (!server || !prepare) return null;
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-mariadb-'));
  const [data, port] = [join(folder, 'data'), await freePort()];
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const plain = ['--no-defaults', ...user, `--datadir=${data}`];
  execFileSync(prepare, [...plain, '--auth-root-authentication-method=normal', '--skip-test-db'], {
    stdio: 'ignore',
  });
  const socket = `--socket=${join(folder, 'socket')}`;
  const run = () => {
    const child = spawn(
      server,
      [...plain, socket, `--port=${port}`, '--bind-address=127.0.0.1', ...otherwise],
      {
        stdio: 'ignore',
      },
    );
    return whenAnswering(child, folder, port, `mysql://root@127.0.0.1:${port}`);
  };
  let running = await run();
  return {
    url: running.url,
    pid: () => running.pid,
    stop: () => running.stop(),
    end: () => running.end(),
    kill: () => running.kill(),
    startAgain: async () => void (running = await run()),
  };
}

/** Null when no Redis is installed. */
export async function startRedis(): Promise<PrivateServer | null> {
  const server = installed('/usr/bin/redis-server', '/usr/local/bin/redis-server');
  if (!server) return null;
  const folder = mkdtempSync(join(tmpdir(), 'ramzyar-redis-'));
  const port = await freePort();
  const child = spawn(server, ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder], {
    stdio: 'ignore',
  });
  return whenAnswering(child, folder, port, `redis://127.0.0.1:${port}`);
}

/** Does anything take connections there? */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (yes: boolean) => () => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', done(true)).once('error', done(false));
  });
}

const patienceMs = 30_000;

async function whenAnswering(
  child: ChildProcess,
  folder: string,
  port: number,
  url: string,
): Promise<PrivateServer & { pid: number; kill: () => Promise<void>; end: () => Promise<void> }> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await gone;
    clearTimeout(late);
  };
  const pid = child.pid ?? 0;
  const stop = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 1_200; attempt += 1) {
    if (await answers(port)) return { url, pid, stop, kill, end };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`a private server did not come up on port ${port}`);
}

/**
 * Where nobody listens. Not one of those that the kernel hands to whoever asks for any: another test would be given it
 * before it is used.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
