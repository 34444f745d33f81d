import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { TransactionEnds } from './after-commit.js';
import { makeDatabaseFile } from './database-files.js';
import type { DatabaseSettings, MysqlSettings } from './database-url.js';
import { entities } from './entities.js';
import { EmbeddedEngine } from './libsql.js';
import { migrations } from './migrations/index.js';
import { patientMysql } from './patient-mysql.js';
import { tlsOptions } from './tls-options.js';
import { SnakeNaming } from './snake-naming.js';

/** A SQL connection (pool) over the product's tables; not yet opened. The schema changes by migrations only. */
export function makeDataSource(settings: DatabaseSettings): DataSource {
  return new DataSource(settings.kind === 'sqlite' ? sqlite(settings.file) : mysql(settings));
}

const common = {
  entities,
  migrations,
  migrationsTransactionMode: 'each',
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  logging: false,
} as const;

function sqlite(file: string): DataSourceOptions {
  makeDatabaseFile(file);
  return {
    ...common,
    subscribers: [TransactionEnds],
    type: 'better-sqlite3',
    driver: EmbeddedEngine,
    database: file,
    enableWAL: true,
    // The whole process stands still while it waits for a locked file; what fails is tried again by itself.
    timeout: 100,
  };
}

function mysql(settings: MysqlSettings): DataSourceOptions {
  const { host, port, user, password, database } = settings;
  return {
    ...common,
    subscribers: [TransactionEnds],
    type: 'mysql',
    driver: patientMysql,
    host,
    port,
    username: user,
    password,
    database,
    ...tlsOptions(settings),
    charset: 'utf8mb4',
    timezone: 'Z',
    connectTimeout: 5_000,
    poolSize: 16,
    // The call site of each statement, written down in case it fails, is a twentieth of what a busy process does.
    extra: { enableKeepAlive: true, trace: false },
  };
}
