import { createPool, type Pool, type PoolOptions } from 'mysql2';

/** Longer than anything that is computed between two statements; shorter than a member would wait. */
const idleTransactionSeconds = 10;

/**
 * mysql2, whose transactions the server ends when they are left open without a word: a process that hangs would keep
 * its chats and members locked for as long as its connections stand. MySQL has no such setting, and says so to nobody.
 */
export const patientMysql = {
  createPool(options: PoolOptions): Pool {
    const pool = createPool(options);
    const setting = `SET SESSION idle_transaction_timeout = ${idleTransactionSeconds}`;
    pool.on('connection', (connection) => connection.query(setting, () => undefined));
    return pool;
  },
};
