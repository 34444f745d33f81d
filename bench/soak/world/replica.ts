import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../private-servers.js';
import { pause, type Mortal } from '../mortal.js';

export type Settings = Readonly<Record<string, string>>;

/** A process of the product, as an operator keeps it: one that ends by itself is started again after a second. */
export interface Replica extends Mortal {
  /** From its next start on. */
  change(otherwise: { settings?: Settings; program?: string }): void;
  /** Ends it as an operator does, and starts it again; resolves when it is ready. */
  restart(): Promise<void>;
  /** Resolves when it says that members are served. */
  isReady(): Promise<void>;
  /** How often it has ended by itself; it does where it is started while its database is away. */
  ownEnds(): number;
  /** Asked to end and did not end with 0. */
  badEnds(): number;
  endForGood(): Promise<void>;
}

export interface ReplicaParts {
  name: string;
  /** Where its output goes, and where no `.env` is. */
  folder: string;
  program: string;
  settings: Settings;
}

export async function startReplica({ name, folder, ...first }: ReplicaParts): Promise<Replica> {
  let { program, settings } = first;
  let child: ChildProcess | null = null;
  let [ownEnds, badEnds, wanted] = [0, 0, true];
  const port = await freePort();
  const home = join(folder, name.replace(' ', '-'));
  mkdirSync(home, { recursive: true });
  const begin = (): void => {
    if (!wanted || child) return;
    const output = openSync(join(folder, `${name.replace(' ', '-')}.log`), 'a');
    const own = spawn(process.execPath, ['--enable-source-maps', program], {
      cwd: home,
      env: { PATH: process.env['PATH'], ...settings, HTTP_PORT: String(port) },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    child = own;
    own.once('exit', () => {
      if (child !== own) return;
      child = null;
      ownEnds += 1;
      setTimeout(begin, 1_000);
    });
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const own = child;
    child = null;
    if (!own) return;
    const ended = once(own, 'exit');
    own.kill(signal);
    const [code] = (await ended) as [number | null];
    if (signal === 'SIGTERM' && code !== 0) badEnds += 1;
  };
  process.once('exit', () => child?.kill('SIGKILL'));
  begin();
  const replica: Replica = {
    pid: () => child?.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    startAgain: () => Promise.resolve(begin()),
    change: (otherwise) => ({ program, settings } = { program, settings, ...otherwise }),
    async restart() {
      await end('SIGTERM');
      begin();
      await replica.isReady();
    },
    async isReady() {
      while (!(await answersReady(port))) await pause(200);
    },
    ...{ ownEnds: () => ownEnds, badEnds: () => badEnds },
    async endForGood() {
      wanted = false;
      await end('SIGTERM');
    },
  };
  return replica;
}

async function answersReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
