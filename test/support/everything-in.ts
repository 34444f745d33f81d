import type { TestDatabase } from './databases.js';

/** Every cell of every table, as text: `table.column` and what stands there. */
export async function everythingIn({ dataSource }: TestDatabase): Promise<{ place: string; text: string }[]> {
  const embedded = dataSource.options.type !== 'mysql';
  const tables = await dataSource.query<Record<string, string>[]>(
    embedded ? "SELECT name FROM sqlite_master WHERE type = 'table'" : 'SHOW TABLES',
  );
  const cells = [];
  for (const table of tables.flatMap((row) => Object.values(row))) {
    for (const row of await dataSource.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`)) {
      for (const [column, value] of Object.entries(row)) {
        // The database's own numbering says nothing of anybody, and may well pass through somebody's code.
        if (column === 'id' && typeof value === 'number') continue;
        cells.push({ place: `${table}.${column}`, text: asText(value) });
      }
    }
  }
  return cells;
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Buffer.isBuffer(value)) return value.toString('utf8');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
