import { MigrationExecutor, type DataSource } from 'typeorm';

const lockName = 'ramzyar_migrations';
const lockWaitSeconds = 60;
/** Where TypeORM writes down what it has run. */
const stepsTable = 'migrations';

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

/**
 * Throws when a newer program has been at work on this database: an older one would write what that one takes for
 * something else.
 */
export async function requireKnownSchema(dataSource: DataSource): Promise<void> {
  const unknown = await unknownMigrations(dataSource);
  if (unknown.length > 0) throw new Error(newerSchema(unknown.length));
}

/** Names of what a newer program has done to the schema. */
export async function unknownMigrations(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable(stepsTable))) return [];
    const known = new Set(dataSource.migrations.map((one) => one.name ?? one.constructor.name));
    const steps = (await runner.query(`SELECT name FROM ${stepsTable} ORDER BY id`)) as { name: string }[];
    return steps.map(({ name }) => name).filter((name) => !known.has(name));
  } finally {
    await runner.release();
  }
}

/** What is to be said of a schema that is so many steps ahead of this program. */
export const newerSchema = (steps: number): string =>
  `the schema of this database is newer than this program, by ${steps} ${steps === 1 ? 'step' : 'steps'}: ` +
  'start the newer program again, or restore the backup that was taken before it was started first';

/** Names of what the schema still lacks. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
  return pending.map(({ name }) => name);
}

async function run(dataSource: DataSource): Promise<string[]> {
  await requireKnownSchema(dataSource);
  const done = await dataSource.runMigrations();
  return done.map(({ name, instance }) => {
    const { told } = (instance ?? {}) as { told?: string | null };
    return told ? `${name}: ${told}` : name;
  });
}
