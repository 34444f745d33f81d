import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Connection } from 'mysql2/promise';
import type { DataSource, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { Person } from '../stubs/ways.js';

/** Something that is measured. */
export interface Subject {
  name: string;
  database: 'SQLite' | 'MariaDB';
  processes: number;
  /** The compiled program. */
  program: string;
  /** Settings beside those of the town and `DATABASE_URL`. */
  settings: Readonly<Record<string, string>>;
  /** Makes the tables in an empty database, and enters these members, all of them covered. */
  enter(url: string, people: readonly Member[]): Promise<void>;
  /** Enters so many more whom nobody plays, from this number to that, at the server. */
  grow(connection: Connection, from: number, to: number): Promise<void>;
}

export interface Member extends Person {
  /** Whether the mobile is on record. */
  known: boolean;
}

/** One process of a subject at work. */
export interface Running {
  pid: number;
  /** Rejects when it ends before it is asked to. */
  died: Promise<never>;
  /** Asks it to end, as an operator does. */
  stop(): Promise<void>;
}

/** In a folder where no `.env` is. */
export function startProcess(
  { name, program }: Subject,
  settings: Readonly<Record<string, string>>,
  folder: string,
): Running {
  const child = spawn(process.execPath, ['--enable-source-maps', program], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit');
  // Nothing outlives the bench.
  let asked = false;
  const died = ended.then(([code]) => {
    if (asked) return new Promise<never>(() => undefined);
    throw new Error(`${name} has ended with ${String(code)}`);
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    pid: child.pid ?? 0,
    died,
    async stop() {
      asked = true;
      child.kill('SIGTERM');
      await ended;
      process.off('exit', kill);
    },
  };
}

/** In force for as long as this bench will be run. */
export const coverOf = (memberId: number) => ({ memberId, startsOn: '2025-03-21', endsOn: '2099-03-20' });

/** Many rows in few statements; nothing of them is read back. */
export async function insertAll<Row extends ObjectLiteral>(
  { manager }: DataSource,
  table: EntityTarget<Row>,
  rows: readonly QueryDeepPartialEntity<Row>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += perStatement) {
    const values = rows.slice(from, from + perStatement);
    await manager.createQueryBuilder().insert().into(table).values(values).updateEntity(false).execute();
  }
}

/** SQLite takes some thirty thousand values at once. */
const perStatement = 1_000;
