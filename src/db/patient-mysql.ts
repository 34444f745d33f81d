import { createRequire } from 'node:module';
import type * as Mysql2 from 'mysql2';
import type { Pool, PoolOptions } from 'mysql2';

/** Loaded by whoever has such a server, and by nobody else. */
const load = (): typeof Mysql2 => createRequire(import.meta.url)('mysql2') as typeof Mysql2;

/** Longer than anything that is computed between two statements; shorter than a member would wait. */
const idleTransactionSeconds = 10;

/**
 * mysql2, with what holds for every transaction said once a connection instead of once a transaction:
 *  - it sees what others have committed by now, as the conditions of our updates do;
 *  - the server ends it when it is left open without a word: a process that hangs would keep its chats and members
 *    locked for as long as its connections stand. MySQL has no such setting, and says so to nobody.
 */
export const patientMysql = {
  createPool(options: PoolOptions): Pool {
    const pool = load().createPool(options);
    pool.on('connection', (connection) => {
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (fault) => {
        if (fault) connection.destroy();
      });
      connection.query(`SET SESSION idle_transaction_timeout = ${idleTransactionSeconds}`, () => undefined);
    });
    return pool;
  },
};
