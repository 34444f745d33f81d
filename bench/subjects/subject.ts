import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  /** Makes the tables in an empty database, and enters these members: covered, half of a house's rest of the way to go. */
  enter(url: string, people: readonly Member[]): Promise<void>;
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
