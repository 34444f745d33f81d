import { createRequire } from 'node:module';
import type * as Mysql2 from 'mysql2';
import type { Connection, Pool, PoolOptions, RowDataPacket } from 'mysql2';
import { watchForGivenUp } from './given-up.js';
import { isOvertaken } from './overtaken.js';
import { noteStep } from './statement.js';

/** Loaded by whoever has such a server, and by nobody else. */
const load = (): typeof Mysql2 => createRequire(import.meta.url)('mysql2') as typeof Mysql2;

/** Longer than anything that is computed between two statements; shorter than a member would wait. */
const idleTransactionSeconds = 10;

/**
 * mysql2, with what holds for every transaction said once a connection instead of once a transaction:
 *  - it sees what others have committed by now, as the conditions of our updates do;
 *  - the server ends it when it is left open without a word: a process that hangs would keep its chats and members
 *    locked for as long as its connections stand. MySQL has no such setting, and says so to nobody;
 *  - one that the server has given up takes nothing more.
 */
export const patientMysql = {
  createPool(options: PoolOptions): Pool {
    const pool = load().createPool(options);
    pool.on('connection', (connection) => {
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', (fault) => {
        if (fault) connection.destroy();
      });
      connection.query(`SET SESSION idle_transaction_timeout = ${idleTransactionSeconds}`, () => undefined);
      learnStep(connection);
      takeNothingAfterGivenUp(connection);
    });
    return pool;
  },
};

function learnStep(connection: Connection): void {
  connection.query<RowDataPacket[]>('SELECT @@auto_increment_increment AS step', (fault, rows) => {
    if (fault) connection.destroy();
    else noteStep(connection, Number(rows[0]?.['step']));
  });
}

type Answered = (fault: unknown, ...answer: unknown[]) => void;
type Ask = (question: string | { sql: string }, ...boundThenAnswered: unknown[]) => unknown;

function takeNothingAfterGivenUp(connection: Connection): void {
  const givenUp = watchForGivenUp();
  const ask = connection.query.bind(connection) as Ask;
  const guarded: Ask = (question, ...rest) => {
    const sql = typeof question === 'string' ? question : question.sql;
    givenUp.pass(sql);
    if (sql === 'START TRANSACTION') givenUp.began();
    const answered = rest.pop() as Answered;
    return ask(question, ...rest, (fault: unknown, ...answer: unknown[]) => {
      if (fault && isOvertaken(fault)) givenUp.ended(fault);
      answered(fault, ...answer);
    });
  };
  connection.query = guarded as Connection['query'];
}
