import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DataSource } from 'typeorm';
import type { DatabaseSettings } from '../../db/database-url.js';
import { makeOwnersFile } from '../../owner-only.js';
import { fault, type CheckResult } from '../finding.js';

/** What the tables are made, changed and filled with. */
const needed = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'ALTER', 'INDEX', 'DROP'];

/** May the user make the tables, which a first start and each upgrade do? */
export async function lookAtRights(
  dataSource: DataSource,
  settings: DatabaseSettings,
): Promise<CheckResult[]> {
  if (settings.kind !== 'mysql') return [];
  const rows = await dataSource.query<Record<string, string>[]>('SHOW GRANTS');
  const grants = rows
    .flatMap((row) => Object.values(row))
    .filter((grant) => isAbout(grant, settings.database));
  const may = new Set(grants.flatMap((grant) => /^GRANT (.*?) ON /.exec(grant)?.[1]?.split(', ') ?? []));
  const missing = may.has('ALL PRIVILEGES') ? [] : needed.filter((right) => !may.has(right));
  if (missing.length === 0) return [];
  return [
    fault(
      'database rights',
      `the user of DATABASE_URL may not ${missing.join(', ')}`,
      `as root of the database: GRANT ALL PRIVILEGES ON ${settings.database}.* TO the user`,
    ),
  ];
}

/** A grant on everything, on this database, or on names of its kind. */
function isAbout(grant: string, database: string): boolean {
  const [, name = ''] = / ON (?:`([^`]+)`|\*)\.\* TO /.exec(grant) ?? [];
  if (/ ON \*\.\* TO /.test(grant)) return true;
  const pattern = name.replace(/\\_/g, '\u0000').replace(/[.+^$()|[\]{}]/g, '\\$&');
  return new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.').replaceAll('\u0000', '_')}$`).test(
    database,
  );
}

/** Why an embedded database cannot be opened; null: not for its folder. */
export function folderFinding(settings: DatabaseSettings): CheckResult | null {
  if (settings.kind !== 'sqlite') return null;
  try {
    makeOwnersFile(settings.file);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const folder = dirname(settings.file);
    return fault(
      'database',
      `the folder ${folder} ${existsSync(folder) ? 'cannot be written to' : 'is not there, and cannot be made'} (${code ?? 'no reason given'})`,
      existsSync(folder)
        ? `give it to whoever runs the bot: chown ramzyar ${folder}, or set DATABASE_URL to another`
        : `make it for whoever runs the bot: install -d -m 700 -o ramzyar ${folder}, or set DATABASE_URL to another`,
    );
  }
}
