import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../../src/db/data-source.js';
import { parseDatabaseUrl, type DatabaseSettings } from '../../src/db/database-url.js';
import { makeTransactionRunner } from '../../src/db/transaction-runner.js';
import { migrate } from '../../src/db/migrate.js';
import type { TransactionRunner } from '../../src/db/transaction.js';
import { mariadbCopies, sqliteCopies, type SchemaCopies } from './schema-copies.js';
import { mariadbUrl } from './services.js';

/** A fresh, migrated database of its own for one test, and how to throw it away. */
export interface TestDatabase {
  url: string;
  dataSource: DataSource;
  inTransaction: TransactionRunner;
  drop(): Promise<void>;
}

/** A database that only exists. */
interface Empty {
  url: string;
  drop(): Promise<void>;
}

/** A kind of database to run a suite on. `missing` says why it cannot be had here. */
export interface DatabaseKind {
  name: 'SQLite' | 'MariaDB';
  missing: string | null;
  create: () => Promise<TestDatabase>;
  /** An empty database that only exists: for a process that migrates it itself. */
  createEmpty: () => Promise<Empty>;
}

const sqlite: DatabaseKind = {
  name: 'SQLite',
  missing: null,
  create: async () => open(await copied(await sqlite.createEmpty(), ofSqlite)),
  createEmpty: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ramzyar-'));
    return {
      url: `sqlite:${join(folder, 'test.db')}`,
      drop: async () => rmSync(folder, { recursive: true }),
    };
  },
};

const mariadb: DatabaseKind = {
  name: 'MariaDB',
  missing: mariadbUrl() === null ? 'no MariaDB answered' : null,
  create: async () => open(await copied(await mariadb.createEmpty(), ofMariadb)),
  createEmpty: async () => {
    const server = mariadbUrl();
    if (!server) throw new Error('no MariaDB answered');
    return emptyOn(server);
  },
};

async function emptyOn(server: string): Promise<Empty> {
  const name = `ramzyar_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  return { url: new URL(`/${name}`, server).href, drop: () => onServer(server, `DROP DATABASE ${name}`) };
}

/** Databases of one MariaDB, wherever it is. */
export const mariadbAt = (server: string): Pick<DatabaseKind, 'create'> => ({
  create: async () => open(await migrated(await emptyOn(server))),
});

/** Both databases that the product promises to run on. Use as `describe.each(databases)` with `skipIf(missing)`. */
export const databases: readonly DatabaseKind[] = [sqlite, mariadb];

const [ofSqlite, ofMariadb] = [sqliteCopies(), mariadbCopies()];

async function copied(empty: Empty, copies: SchemaCopies): Promise<Empty> {
  await copies.fill(empty.url, async () => void (await migrated(empty)));
  return empty;
}

async function migrated(empty: Empty): Promise<Empty> {
  const dataSource = await makeDataSource(settings(empty.url)).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  return empty;
}

async function open(empty: Empty): Promise<TestDatabase> {
  const dataSource = await makeDataSource(settings(empty.url)).initialize();
  return {
    url: empty.url,
    dataSource,
    inTransaction: makeTransactionRunner(dataSource),
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await empty.drop();
    },
  };
}

function settings(url: string): DatabaseSettings {
  const parsed = parseDatabaseUrl(url);
  if (!parsed) throw new Error('a test database needs a proper address');
  return parsed;
}

async function onServer(server: string, statement: string): Promise<void> {
  const connection = await createConnection(server);
  await connection.query(statement);
  await connection.end();
}
