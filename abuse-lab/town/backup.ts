import type { DataSource } from 'typeorm';

/** Keeps every row of a database as it stands now; returns how to put them all back in place of what is there then. */
export async function takeBackup({ dataSource }: { dataSource: DataSource }): Promise<() => Promise<void>> {
  const embedded = dataSource.options.type !== 'mysql';
  const listed = await dataSource.query<Record<string, string>[]>(
    embedded ? "SELECT name FROM sqlite_master WHERE type = 'table'" : 'SHOW TABLES',
  );
  const names = listed.flatMap((row) => Object.values(row)).filter((name) => !name.startsWith('sqlite_'));
  const kept = new Map<string, Record<string, unknown>[]>();
  for (const name of names) kept.set(name, await dataSource.query(`SELECT * FROM ${name}`));
  return async () => {
    for (const [name, rows] of kept) {
      await dataSource.query(`DELETE FROM ${name}`);
      for (const row of rows) {
        const columns = Object.keys(row);
        const places = columns.map(() => '?').join(', ');
        const quoted = columns.map((column) => `\`${column}\``).join(', ');
        await dataSource.query(`INSERT INTO ${name} (${quoted}) VALUES (${places})`, Object.values(row));
      }
    }
  };
}
