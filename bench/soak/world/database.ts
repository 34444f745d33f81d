import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startMariadb } from '../../private-servers.js';
import { pause, type Mortal } from '../mortal.js';

/** A MariaDB of the run's own. */
export interface Database extends Mortal {
  /** As `DATABASE_URL` has it. */
  url: string;
  /** Looks in by a connection that is closed again. Throws where the server is away or frozen. */
  query<Row extends object>(sql: string): Promise<Row[]>;
  endForGood(): Promise<void>;
}

export const databaseName = 'ramzyar_soak';

/** Throws where none is installed. */
export async function openDatabase(): Promise<Database> {
  const server = await startMariadb();
  if (!server) throw new Error('no MariaDB is installed here (mariadb-server)');
  process.once('exit', () => server.stop());
  const url = new URL(`/${databaseName}`, server.url).href;
  await ask(server.url, `CREATE DATABASE ${databaseName} CHARACTER SET utf8mb4`);
  return {
    url,
    query: (sql) => ask(url, sql),
    ...{ pid: server.pid, kill: server.kill, stop: server.end },
    async startAgain() {
      await server.startAgain();
      // It takes connections before it serves, and what it is told in between it may never hear.
      while (!(await serves(url))) await pause(100);
    },
    async endForGood() {
      await server.end();
      server.stop();
    },
  };
}

const serves = (url: string): Promise<boolean> =>
  ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );

const patienceMs = 10_000;

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const connection = await createConnection({ uri: url, connectTimeout: patienceMs, timezone: 'Z' });
  // Whatever becomes of it is heard by whoever waits for the answer.
  connection.on('error', () => undefined);
  const late = pause(patienceMs).then(() => Promise.reject(new Error('the database gives no answer')));
  late.catch(() => undefined);
  try {
    const [rows] = await Promise.race([connection.query<RowDataPacket[]>(sql), late]);
    return rows as unknown as Row[];
  } finally {
    connection.destroy();
  }
}
