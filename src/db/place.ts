import { statSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import type { DatabaseSettings } from './database-url.js';

/**
 * Where the rows lie. A backup that is put back lies elsewhere, and its rows tell of the place before: on SQLite another
 * file, on MariaDB another table of the same name, made later.
 */
export async function databasePlace(dataSource: DataSource, settings: DatabaseSettings): Promise<string> {
  if (settings.kind === 'mysql') {
    const [row] = await dataSource.query<{ made: string | number }[]>(
      'SELECT UNIX_TIMESTAMP(create_time) AS made FROM information_schema.tables' +
        " WHERE table_schema = DATABASE() AND table_name = 'installation'",
    );
    return `table ${row?.made ?? 'unknown'}`;
  }
  if (settings.file === ':memory:') return 'memory';
  const { ino, birthtimeMs } = statSync(settings.file);
  return `file ${ino} ${Math.floor(birthtimeMs)}`;
}
