import type { DataSource } from 'typeorm';
import { lockFile } from '../db/lock-file.js';
import { makeDataSource } from '../db/data-source.js';
import { requireKnownSchema } from '../db/migrate.js';
import type { DatabaseSettings } from '../db/database-url.js';

/** Does something at the database, alone where the database takes one process only. Throws when another has it. */
export async function withDatabase<T>(
  settings: DatabaseSettings,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const letGo = settings.kind === 'sqlite' ? lockFile(settings.file) : () => undefined;
  return besideTheBot(settings, work).finally(letGo);
}

/** Only looks into it, whoever else is at work there. */
export async function besideTheBot<T>(
  settings: DatabaseSettings,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = makeDataSource(settings);
  try {
    await dataSource.initialize();
    await requireKnownSchema(dataSource);
    return await work(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
