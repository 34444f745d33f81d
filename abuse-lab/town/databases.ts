import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** Where the product of the lab keeps its rows. */
export interface Database {
  name: string;
  /** Of the product. */
  processes: number;
  /** An empty one; `folder` is for files of its own. */
  open(folder: string): Promise<{ url: string; drop(): Promise<void> }>;
}

export const embedded: Database = {
  name: 'SQLite, one process',
  processes: 1,
  open: (folder) =>
    Promise.resolve({ url: `sqlite:${join(folder, 'ramzyar.db')}`, drop: () => Promise.resolve() }),
};

/** Databases on this server, made and dropped one for each attack. */
export function onServer(address: string): Database {
  let last = 0;
  return {
    name: 'MariaDB, two processes',
    processes: 2,
    async open() {
      last += 1;
      const name = `ramzyar_lab_${process.pid}_${last}`;
      await query(address, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
      const drop = () => query(address, `DROP DATABASE ${name}`);
      return { url: new URL(`/${name}`, address).href, drop };
    },
  };
}

async function query(address: string, statement: string): Promise<void> {
  const connection = await createConnection(new URL('/', address).href);
  await connection.query(statement);
  await connection.end();
}
