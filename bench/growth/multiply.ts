import type { Connection, RowDataPacket } from 'mysql2/promise';
import { withoutIndexes } from './indexes.js';

/** Makes many rows of one that is there. */
export interface Multiplying {
  table: string;
  /** Which row; the first where it is not said. */
  where?: string;
  /** The numbers that the copies get, both inclusive. */
  from: number;
  to: number;
  /** What is not as in that row, as SQL; `seq` is the copy's number. A column that counts by itself goes on counting. */
  otherwise: Readonly<Record<string, string>>;
}

/** By INSERT … SELECT on the server itself, so that a million rows take seconds; asks nobody what a row means. */
export async function multiply(
  connection: Connection,
  { table, where = 'TRUE', from, to, otherwise }: Multiplying,
): Promise<void> {
  const columns = (await columnsOf(connection, table)).filter(
    ({ name, counts }) => !counts || name in otherwise,
  );
  const names = columns.map(({ name }) => `\`${name}\``).join(', ');
  const values = columns.map(({ name }) => otherwise[name] ?? `one.\`${name}\``).join(', ');
  await connection.query(
    `CREATE TEMPORARY TABLE bench_one AS SELECT * FROM \`${table}\` WHERE ${where} LIMIT 1`,
  );
  await withoutIndexes(connection, table, async () => {
    for (let first = from; first <= to; first += perStatement) {
      const last = Math.min(to, first + perStatement - 1);
      const made = `SELECT ${values} FROM bench_one AS one JOIN seq_${first}_to_${last}`;
      await connection.query(`INSERT INTO \`${table}\` (${names}) ${made}`);
    }
  });
  await connection.query('DROP TEMPORARY TABLE bench_one');
}

/** Rows in one transaction: a longer one only makes the server's undo grow. */
const perStatement = 100_000;

async function columnsOf(
  connection: Connection,
  table: string,
): Promise<{ name: string; counts: boolean }[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT column_name AS name, extra FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?',
    [table],
  );
  return rows.map((row) => ({ name: row['name'] as string, counts: row['extra'] === 'auto_increment' }));
}
