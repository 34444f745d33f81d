import { basename } from 'node:path';
import type { DataSource } from 'typeorm';
import { databaseFiles } from '../../db/database-files.js';
import type { DatabaseSettings } from '../../db/database-url.js';
import { rightsOfOthers } from '../../owner-only.js';
import { fault, ok, warning, type CheckResult } from '../finding.js';

interface Server {
  version: string;
  charset: string;
  zone: string;
  /** The driver hands long numbers over as text. */
  flushed: string | number;
}

/** What runs there, in which character set, by what clock (rows are written in UTC, whatever its zone is), and whether it keeps what it has taken. */
export async function lookAtServer(dataSource: DataSource): Promise<CheckResult[]> {
  if (dataSource.options.type !== 'mysql') {
    const [row] = await dataSource.query<{ version: string }[]>('SELECT sqlite_version() AS version');
    return [ok('database server', `SQLite ${row?.version}`)];
  }
  const [server] = await dataSource.query<Server[]>(
    `SELECT VERSION() AS version, @@character_set_database AS charset,
       IF(@@global.time_zone = 'SYSTEM', @@system_time_zone, @@global.time_zone) AS zone,
       @@global.innodb_flush_log_at_trx_commit AS flushed`,
  );
  if (!server) return [];
  return [serverFinding(server), ...durability(server)];
}

function serverFinding({ version, charset, zone }: Server): CheckResult {
  const [about, found] = ['database server', `${version}, ${charset}, time zone ${zone}`];
  if (charset !== 'utf8mb4')
    return fault(about, found, 'ALTER DATABASE … CHARACTER SET utf8mb4: Persian does not fit in otherwise');
  if (!isTried(version))
    return warning(about, found, 'the tests run on MariaDB 10.11 and newer: take one of these');
  return ok(about, found);
}

/** A row that is gone is done once more: by it we know what has been sent, and which recovery was carried out. */
function durability({ flushed }: Server): CheckResult[] {
  if (Number(flushed) === 1) return [];
  const found = `what is committed is not on the disk at once (innodb_flush_log_at_trx_commit is ${flushed})`;
  const todo = 'set it to 1: what the server loses with its machine, text messages too, would be done twice';
  return [warning('durability', found, todo)];
}

/** Can others on this machine read, or change, what members have given? */
export function lookAtFiles(settings: DatabaseSettings): CheckResult[] {
  if (settings.kind !== 'sqlite') return [];
  const open = databaseFiles(settings.file).flatMap((path) => {
    const rights = rightsOfOthers(path);
    return rights === null ? [] : [`${basename(path)} (${rights})`];
  });
  if (open.length === 0) return [];
  const todo = 'the next start takes their rights away; where that does not help, chmod 600 as the owner';
  return [warning('database files', `not their owner’s alone: ${open.join(', ')}`, todo)];
}

function isTried(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return /mariadb/i.test(version) && (major > 10 || (major === 10 && minor >= 11));
}
