import { MigrationExecutor, type DataSource } from 'typeorm';

const lockName = 'ramzyar_migrations';
const lockWaitSeconds = 60;

/** Brings the schema up to date; returns the names of what was run, with what is to be said of it. Replicas that start together take turns. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  if (dataSource.options.type !== 'mysql') return run(dataSource);
  const runner = dataSource.createQueryRunner();
  try {
    const [row] = (await runner.query('SELECT GET_LOCK(?, ?) AS got', [lockName, lockWaitSeconds])) as {
      got: unknown;
    }[];
    if (Number(row?.got) !== 1) throw new Error('another process has been migrating for too long');
    return await run(dataSource);
  } finally {
    await runner.query('SELECT RELEASE_LOCK(?)', [lockName]).catch(() => undefined);
    await runner.release();
  }
}

/** Names of what the schema still lacks. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
  return pending.map(({ name }) => name);
}

async function run(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.runMigrations();
  return done.map(({ name, instance }) => {
    const { told } = (instance ?? {}) as { told?: string | null };
    return told ? `${name}: ${told}` : name;
  });
}
