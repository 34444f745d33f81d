import { createRequire } from 'node:module';
import { watchForGivenUp } from './given-up.js';

type Bound = (...parameters: unknown[]) => unknown;
interface Statement {
  run: Bound;
  all: Bound;
}
type Database = new (...options: unknown[]) => {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
  readonly inTransaction: boolean;
};

const Libsql = createRequire(import.meta.url)('libsql') as Database;

/**
 * SQLite's engine, which speaks better-sqlite3's language and brings its native part inside the registry package.
 * It takes a lone null for a set of named parameters and fails on it; handed over as one array, it is a null again.
 * A prepared statement that met a locked file stays half done in it, and no transaction can be committed from then on:
 * so every transaction asks for the file at its very beginning, by a statement that is not kept.
 */
export class EmbeddedEngine extends Libsql {
  private readonly givenUp = watchForGivenUp();

  override prepare(sql: string): Statement {
    const statement = super.prepare(sql);
    if (sql === 'BEGIN TRANSACTION') {
      statement.run = () => this.begin();
      return statement;
    }
    const [run, all] = [statement.run.bind(statement), statement.all.bind(statement)];
    statement.run = (...parameters) => this.carryOut(sql, run, parameters);
    statement.all = (...parameters) => this.carryOut(sql, all, parameters);
    return statement;
  }

  private begin(): { changes: number } {
    this.exec('BEGIN IMMEDIATE');
    this.givenUp.began();
    return { changes: 0 };
  }

  private carryOut(sql: string, statement: Bound, parameters: unknown[]): unknown {
    this.givenUp.pass(sql);
    try {
      return statement(parameters);
    } catch (error) {
      if (!this.inTransaction) this.givenUp.ended(error);
      throw error;
    }
  }
}
