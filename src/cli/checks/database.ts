import type { DataSource } from 'typeorm';
import { requireKeys } from '../../app/require-keys.js';
import type { Clock } from '../../clock.js';
import type { Config } from '../../config/config.js';
import { second } from '../../durations.js';
import { makeDataSource } from '../../db/data-source.js';
import { makeTransactionRunner } from '../../db/transaction-runner.js';
import { pendingMigrations, unknownMigrations } from '../../db/migrate.js';
import { describeError } from '../../safe-error.js';
import { leftUnderOthers } from '../../keys/at-rest.js';
import { makeKeyring } from '../../keys/make-keyring.js';
import type { Shell } from '../command.js';
import { counted, fault, ok, warning, type CheckResult } from '../finding.js';
import { clockFinding, secondsApart } from './clocks.js';
import { lookAtFiles, lookAtServer } from './database-server.js';
import { folderFinding, lookAtRights } from './database-rights.js';
import { firstOwners, lookAtStaff } from './staff.js';

/** Is it there, is its schema ours, does it know the time, have we the keys to what it holds, and is there staff? */
export async function lookAtDatabase(config: Config, shell: Shell): Promise<CheckResult[]> {
  const folder = folderFinding(config.database);
  if (folder) return [folder];
  const dataSource = makeDataSource(config.database);
  try {
    await dataSource.initialize();
    const clock = await databaseClock(dataSource, shell.clock);
    const server = [
      ...(await lookAtServer(dataSource)),
      ...(await lookAtRights(dataSource, config.database)),
      ...lookAtFiles(config.database),
    ];
    const unknown = await unknownMigrations(dataSource);
    if (unknown.length > 0) return [newerSchemaFinding(unknown.length), ...server, ...clock];
    const pending = await pendingMigrations(dataSource);
    if (pending.length > 0)
      return [
        warning(
          'database',
          `reached; its schema is older than this program by ${counted(pending.length, 'step')}`,
          'the next start updates it, or: ramzyar migrate',
        ),
        ...server,
        ...clock,
        ...(config.admins.length > 0 ? [ok('staff', firstOwners(config.admins.length))] : []),
      ];
    return [
      ok('database', `reached (${config.database.kind}), schema up to date`),
      ...server,
      ...clock,
      await keyFinding(dataSource, config, shell),
      await lookAtStaff(makeTransactionRunner(dataSource), shell.clock, config),
    ];
  } catch (error) {
    return [
      fault(
        'database',
        `not reached: ${describeError(error)}`,
        isTlsFault(error)
          ? 'check what DATABASE_URL says of TLS against the server’s certificate: its name, who vouches for it, its last day'
          : 'check DATABASE_URL, and that the server runs and lets this machine in',
      ),
    ];
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}

const newerSchemaFinding = (steps: number): CheckResult =>
  fault(
    'database',
    `reached; its schema is newer than this program by ${counted(steps, 'step')}, so that it will not start`,
    'start the newer program again, or restore the backup that was taken before it was started first',
  );

/** The driver’s own word, whatever of the handshake went wrong. */
const isTlsFault = (error: unknown): boolean =>
  error instanceof Error && /^HANDSHAKE_(NO_)?SSL/.test(String((error as { code?: unknown }).code));

/** Seconds by which two clocks may differ unnoticed. */
const unnoticed = 3;

/** Codes and locks end by the clock, and replicas must agree on it. */
async function databaseClock(dataSource: DataSource, clock: Clock): Promise<CheckResult[]> {
  if (dataSource.options.type !== 'mysql') return [];
  const asked = clock.now().getTime();
  const [row] = await dataSource.query<{ now: string }[]>('SELECT UNIX_TIMESTAMP(NOW(3)) AS now');
  const seconds = secondsApart(Number(row?.now) * second, asked, clock.now().getTime());
  return [clockFinding({ about: 'clock', whose: 'the database', seconds, unnoticed })];
}

async function keyFinding(
  dataSource: DataSource,
  { keys }: Config,
  { random, clock }: Shell,
): Promise<CheckResult> {
  const keyring = makeKeyring({ keys, random });
  const inTransaction = makeTransactionRunner(dataSource);
  try {
    await requireKeys(inTransaction, keyring, clock);
  } catch (error) {
    return fault(
      'keys',
      error instanceof Error ? error.message : 'unclear',
      'find the older key: without it these rows cannot be read',
    );
  }
  const left = await inTransaction((tx) => leftUnderOthers(tx, keyring.current, clock.now()));
  if (left === 0) return ok('keys', 'everything stored is under the first key');
  return warning('keys', `${left} rows are under an older key`, 'ramzyar keys rotate');
}
