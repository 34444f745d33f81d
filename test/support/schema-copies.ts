import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { EmbeddedEngine } from '../../src/db/libsql.js';

/**
 * What migrations make of an empty database, read once from one that they have been at: each test's own is written from
 * it. That takes a quarter of the time or less, and spares MariaDB hundreds of TypeORM's questions about its catalogue,
 * at one of which 10.11 has crashed.
 */
export interface SchemaCopies {
  /** Fills an empty database; the first is migrated, all others are like that one. */
  fill(url: string, migrate: () => Promise<void>): Promise<void>;
}

interface Kind<Copy> {
  read: (url: string) => Promise<Copy>;
  write: (url: string, copy: Copy) => Promise<void>;
}

function makeSchemaCopies<Copy>({ read, write }: Kind<Copy>): SchemaCopies {
  let first: Promise<Copy> | null = null;
  return {
    async fill(url, migrate) {
      if (first) return write(url, await first);
      first = migrate().then(() => read(url));
      await first;
    },
  };
}

const fileOf = (url: string): string => url.slice('sqlite:'.length);

export const sqliteCopies = (): SchemaCopies =>
  makeSchemaCopies<Buffer>({
    async read(url) {
      // What is written ahead stands in another file.
      const engine = new EmbeddedEngine(fileOf(url));
      engine.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      engine.close();
      return readFileSync(fileOf(url));
    },
    write: async (url, copy) => writeFileSync(fileOf(url), copy),
  });

/** Statements in their order. */
export const mariadbCopies = (): SchemaCopies =>
  makeSchemaCopies<string[]>({
    read: (url) => onConnection(url, readSchema),
    write: (url, statements) =>
      onConnection(url, async (connection) => {
        for (const statement of statements) await connection.query(statement);
      }),
  });

async function readSchema(connection: Connection): Promise<string[]> {
  const [tables, triggers] = [
    await names(connection, 'SHOW TABLES'),
    await names(connection, 'SHOW TRIGGERS'),
  ];
  const statements: string[] = [];
  for (const table of tables) {
    statements.push(await created(connection, `TABLE \`${table}\``, 'Create Table'));
    const [rows] = await connection.query<RowDataPacket[][]>({
      sql: `SELECT * FROM \`${table}\``,
      rowsAsArray: true,
    });
    if (rows.length > 0) statements.push(connection.format(`INSERT INTO \`${table}\` VALUES ?`, [rows]));
  }
  // After the rows, which they would judge.
  for (const trigger of triggers)
    statements.push(await created(connection, `TRIGGER \`${trigger}\``, 'SQL Original Statement'));
  return statements;
}

async function names(connection: Connection, listing: string): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(listing);
  return rows.map((row) => Object.values(row)[0] as string);
}

async function created(connection: Connection, what: string, column: string): Promise<string> {
  const [[row]] = await connection.query<RowDataPacket[]>(`SHOW CREATE ${what}`);
  return (row as Record<string, string>)[column]!;
}

async function onConnection<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection(url);
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
