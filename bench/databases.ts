import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { pidListeningOn } from './measure/proc.js';

/** The server of the bench, on which it makes databases and drops them. */
export interface Server {
  /** The process, for its CPU; null where it cannot be seen. */
  pid: number | null;
  version: string;
  host: string;
  port: number;
  /** A fresh one for as long as the work lasts; `url` as `DATABASE_URL` has it. */
  withDatabase<T>(work: (url: string) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openServer(url: string): Promise<Server> {
  const admin = await createConnection(url);
  const { hostname: host, port: given } = new URL(url);
  const port = Number(given || 3_306);
  let last = 0;
  return {
    ...{ pid: pidListeningOn(port), version: await versionOf(admin), host, port },
    async withDatabase(work) {
      last += 1;
      const name = `ramzyar_bench_${process.pid}_${last}`;
      await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
      try {
        return await work(new URL(`/${name}`, url).href);
      } finally {
        await admin.query(`DROP DATABASE ${name}`);
      }
    },
    close: () => admin.end(),
  };
}

async function versionOf(admin: Connection): Promise<string> {
  const [[row]] = await admin.query<RowDataPacket[]>('SELECT VERSION() AS version');
  return (row as { version: string }).version;
}
