import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { MysqlSettings } from './database-url.js';
import { tlsOptions } from './tls-options.js';

/** A lock of the database server, held by a connection of its own: when its process dies, so does the lock. */
export interface NamedLock {
  /** Takes the lock if it is free, and says whether it is ours; asking also keeps it. Throws when the connection is lost. */
  held(): Promise<boolean>;
  /** Aborted when the server, or the way to it, has ended the connection. */
  readonly gone: AbortSignal;
  /** Gives it back. */
  drop(): void;
}

/** How long to wait for the server's answers. */
const timeoutMs = 2_000;

/**
 * The server closes the connection, and frees the lock, when it has not been asked for `silenceSeconds`: a process
 * that hangs, or a network that swallows packets, does not hold it for hours.
 */
export async function openNamedLock(
  settings: MysqlSettings,
  name: string,
  silenceSeconds: number,
): Promise<NamedLock> {
  const { host, port, user, password, database } = settings;
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({
    host,
    port,
    user,
    password,
    database,
    ...tlsOptions(settings),
    connectTimeout: timeoutMs,
  });
  const gone = new AbortController();
  // Without a listener, Node would end the process.
  for (const end of ['error', 'end']) connection.on(end, () => gone.abort());
  const drop = (): void => connection.destroy();
  try {
    await connection.query(`SET SESSION wait_timeout = ${silenceSeconds}`);
  } catch (error) {
    drop();
    throw error;
  }
  return { held: () => ask(connection, name), gone: gone.signal, drop };
}

async function ask(connection: Connection, name: string): Promise<boolean> {
  const [[row]] = await connection.query<(RowDataPacket & { ours: number | null })[]>({
    sql: 'SELECT IF(IS_USED_LOCK(?) = CONNECTION_ID(), 1, GET_LOCK(?, 0)) AS ours',
    values: [name, name],
    timeout: timeoutMs,
  });
  return Number(row?.ours) === 1;
}
