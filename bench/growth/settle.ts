import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/** Pages that a server at work always has to write. */
const few = 64;

/**
 * Resolves when the server has brought to the disk what growing has left in its memory: else it does so while members
 * are served, for as long as growing took, and what is measured is that.
 */
export async function settle(connection: Connection): Promise<void> {
  const usual = await read(connection, 'VARIABLES', 'innodb_max_dirty_pages_pct');
  await connection.query('SET GLOBAL innodb_max_dirty_pages_pct = 0');
  try {
    while ((await read(connection, 'STATUS', 'innodb_buffer_pool_pages_dirty')) > few) await pause(500);
  } finally {
    await connection.query(`SET GLOBAL innodb_max_dirty_pages_pct = ${usual}`);
  }
}

async function read(connection: Connection, kind: 'VARIABLES' | 'STATUS', name: string): Promise<number> {
  const [[row]] = await connection.query<RowDataPacket[]>(`SHOW GLOBAL ${kind} LIKE '${name}'`);
  return Number(row?.['Value']);
}
