import type { DataSource } from 'typeorm';
import { fault, ok, warning, type CheckResult } from '../finding.js';

interface Server {
  version: string;
  charset: string;
  zone: string;
}

/** What runs there, in which character set, and by what clock: rows are written in UTC, whatever its zone is. */
export async function lookAtServer(dataSource: DataSource): Promise<CheckResult[]> {
  const about = 'database server';
  if (dataSource.options.type !== 'mysql') {
    const [row] = await dataSource.query<{ version: string }[]>('SELECT sqlite_version() AS version');
    return [ok(about, `SQLite ${row?.version}`)];
  }
  const [server] = await dataSource.query<Server[]>(
    `SELECT VERSION() AS version, @@character_set_database AS charset,
       IF(@@global.time_zone = 'SYSTEM', @@system_time_zone, @@global.time_zone) AS zone`,
  );
  if (!server) return [];
  const found = `${server.version}, ${server.charset}, time zone ${server.zone}`;
  if (server.charset !== 'utf8mb4')
    return [fault(about, found, 'ALTER DATABASE … CHARACTER SET utf8mb4: Persian does not fit in otherwise')];
  if (!isTried(server.version))
    return [warning(about, found, 'the tests run on MariaDB 10.11 and newer: take one of these')];
  return [ok(about, found)];
}

function isTried(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return /mariadb/i.test(version) && (major > 10 || (major === 10 && minor >= 11));
}
