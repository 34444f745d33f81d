import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { EmbeddedEngine } from '../../src/db/libsql.js';

/** A way to take a database from its users for a while. */
export interface Outage {
  /** Where those have to go whom it is to be taken from. */
  url: string;
  /** `pid`: the process that it is taken from. */
  begin(pid: number): void;
  end(pid: number): void;
  close(): void;
}

/** Somebody else writes to the file, and takes their time. */
export function lockedFile(url: string): Outage {
  const other = new EmbeddedEngine(url.slice('sqlite:'.length), { timeout: 10_000 });
  return {
    url,
    begin: () => other.exec('BEGIN IMMEDIATE'),
    end: () => other.exec('ROLLBACK'),
    close: () => other.close(),
  };
}

/** The disk has no room for another byte of this process; what stands there can be read. */
export function fullDisk(url: string): Outage {
  const room = (pid: number, bytes: string): void => {
    execFileSync('prlimit', ['--pid', `${pid}`, `--fsize=${bytes}:`]);
  };
  return {
    url,
    begin: (pid) => room(pid, '1'),
    end: (pid) => room(pid, 'unlimited'),
    close: () => undefined,
  };
}

/** A cable to a server: cut, it drops all connections and takes no new ones. */
export async function cutCable(url: string): Promise<Outage> {
  const { hostname: host, port } = new URL(url);
  const ends = new Set<Socket>();
  let cut = false;
  const near = createServer((socket) => {
    if (cut) return void socket.destroy();
    const far = connect({ host, port: Number(port || 3306) });
    for (const [one, other] of [
      [socket, far],
      [far, socket],
    ] as const) {
      ends.add(one);
      one.on('error', () => undefined).on('close', () => void (ends.delete(one), other.destroy()));
      one.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(near, 'listening');
  const through = new URL(url);
  through.host = `127.0.0.1:${(near.address() as AddressInfo).port}`;
  const drop = (): void => ends.forEach((socket) => socket.destroy());
  return {
    url: through.href,
    begin() {
      cut = true;
      drop();
    },
    end: () => void (cut = false),
    close() {
      near.close();
      drop();
    },
  };
}
