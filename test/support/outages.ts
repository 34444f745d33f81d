import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { EmbeddedEngine } from '../../src/db/libsql.js';

/** A way to take a database from its users for a while. */
export interface Outage {
  /** Where those have to go whom it is to be taken from. */
  url: string;
  begin(): void;
  end(): void;
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
