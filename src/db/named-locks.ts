import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { MysqlSettings } from './database-url.js';
import { tlsOptions } from './tls-options.js';

/** Locks of the database server, held by a connection of their own: when its process dies, so do they. */
export interface NamedLocks {
  /** Takes those that are free, and says of each whether it is ours; asking also keeps them. Throws when the connection is lost. */
  take(names: readonly string[]): Promise<boolean[]>;
  /** Gives one back. Throws when the connection is lost, and the lock with it. */
  release(name: string): Promise<void>;
  /** Gives all back. */
  drop(): void;
}

/** How long to wait for the server's answers. */
const timeout = 2_000;

/**
 * The server closes the connection, and frees its locks, when it has not been asked for `silenceSeconds`: a process
 * that hangs, or a network that swallows packets, does not hold them for hours. `gone` is called when the server, or the
 * way to it, has ended the connection.
 */
export async function openNamedLocks(
  settings: MysqlSettings,
  silenceSeconds: number,
  gone: () => void = () => undefined,
): Promise<NamedLocks> {
  const { host, port, user, password, database } = settings;
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({
    ...{ host, port, user, password, database, ...tlsOptions(settings) },
    connectTimeout: timeout,
  });
  // Without a listener, Node would end the process.
  for (const end of ['error', 'end']) connection.on(end, gone);
  const drop = (): void => connection.destroy();
  try {
    await connection.query(`SET SESSION wait_timeout = ${silenceSeconds}`);
  } catch (error) {
    drop();
    throw error;
  }
  return {
    take: (names) => take(connection, names),
    release: async (name) =>
      void (await connection.query({ sql: 'DO RELEASE_LOCK(?)', values: [name], timeout })),
    drop,
  };
}

/** Whoever holds a lock and takes it again would have to give it back twice. */
const ours = 'IF(IS_USED_LOCK(?) = CONNECTION_ID(), 1, GET_LOCK(?, 0))';

async function take(connection: Connection, names: readonly string[]): Promise<boolean[]> {
  const [[row]] = await connection.query<RowDataPacket[]>({
    sql: `SELECT ${names.map((_, at) => `${ours} AS lock_${at}`).join(', ')}`,
    values: names.flatMap((name) => [name, name]),
    timeout,
  });
  return names.map((_, at) => Number(row?.[`lock_${at}`]) === 1);
}
