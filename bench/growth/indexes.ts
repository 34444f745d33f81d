import type { Connection, RowDataPacket } from 'mysql2/promise';

/**
 * Does the work while the table has no indexes but the unique ones, and makes the others anew, with the same names: many
 * rows with scattered keys would else read a page of each index for each row.
 */
export async function withoutIndexes(
  connection: Connection,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT index_name AS name, GROUP_CONCAT(
              CONCAT('\`', column_name, '\`', COALESCE(CONCAT('(', sub_part, ')'), '')) ORDER BY seq_in_index) AS columns
       FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = ? AND non_unique = 1
      GROUP BY index_name`,
    [table],
  );
  const indexes = rows as unknown as { name: string; columns: string }[];
  const alter = (changes: string[]) =>
    changes.length > 0 && connection.query(`ALTER TABLE \`${table}\` ${changes.join(', ')}`);
  await alter(indexes.map(({ name }) => `DROP INDEX \`${name}\``));
  await work();
  await alter(indexes.map(({ name, columns }) => `ADD INDEX \`${name}\` (${columns})`));
}
