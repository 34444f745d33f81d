import Database from 'libsql';
import { createConnection, type RowDataPacket } from 'mysql2/promise';

/** Bytes of each table with its indexes. */
export type TableSizes = ReadonlyMap<string, number>;

interface Sized {
  name: string;
  bytes: number | bigint | string;
}

/** What the pages of rows and indexes hold, without the free room in them. */
export async function readTableSizes(url: string): Promise<TableSizes> {
  const read = url.startsWith('sqlite:')
    ? sizesInFile(url.slice('sqlite:'.length))
    : await sizesOnServer(url);
  return new Map(read.map(({ name, bytes }) => [name, Number(bytes)]));
}

function sizesInFile(file: string): Sized[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare(
        `SELECT part.tbl_name AS name, SUM(page.pgsize - page.unused) AS bytes
           FROM dbstat page JOIN sqlite_schema part ON part.name = page.name GROUP BY part.tbl_name`,
      )
      .all() as Sized[];
  } finally {
    database.close();
  }
}

/** Of a database that has just been made all pages are in the pool: what they hold. Its own statistics count a small table as one page. */
async function sizesOnServer(url: string): Promise<Sized[]> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT REPLACE(SUBSTRING_INDEX(table_name, '.', -1), '\`', '') AS name, SUM(data_size) AS bytes
         FROM information_schema.innodb_buffer_page
        WHERE page_type = 'INDEX' AND table_name LIKE CONCAT('\`', DATABASE(), '\`.%') GROUP BY name`,
    );
    return rows as Sized[];
  } finally {
    await connection.end();
  }
}

/** How many lines of the trail wait to be chained. */
export async function countUnchained(url: string): Promise<number> {
  const sql = 'SELECT COUNT(*) AS lines FROM audit WHERE sequence IS NULL';
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length), { readonly: true });
    try {
      return Number((database.prepare(sql).get() as { lines: number }).lines);
    } finally {
      database.close();
    }
  }
  const connection = await createConnection(url);
  try {
    const [[row]] = await connection.query<RowDataPacket[]>(sql.replace('AS lines', "AS 'lines'"));
    return Number(row?.['lines']);
  } finally {
    await connection.end();
  }
}
