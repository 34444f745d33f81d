import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Order, Start } from './orders.js';

/** One process of the product, whose clock the lab holds. */
export interface Product {
  setClock(ahead: number): Promise<void>;
  runTasks(names: readonly string[]): Promise<void>;
  /** Everything that it has written. */
  written(): string;
  isAlive(): boolean;
  /** Asks it to end, as an operator does. */
  stop(): Promise<void>;
}

const places = ['entry.js', '../../dist/abuse-lab/process/entry.js'];

/** Resolves when it is at work. Throws where it is not built or cannot start. */
export async function startProduct(start: Omit<Start, 'kind'>): Promise<Product> {
  const child = fork(builtEntry(), { silent: true, execArgv: ['--enable-source-maps'], env: surroundings() });
  let written = '';
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding('utf8').on('data', (text: string) => (written += text));
  const gone = once(child, 'exit');
  let last: Promise<unknown> = Promise.resolve();
  const ask = (order: Order): Promise<void> => {
    const answered = last.then(async () => {
      const answer = once(child, 'message') as Promise<[{ ok: boolean; fault?: string }]>;
      child.send(order);
      const [{ ok, fault }] = await Promise.race([answer, gone.then(() => [{ ok: false, fault: written }])]);
      if (!ok) throw new Error(`the product did not ${order.kind}: ${fault}`);
    });
    last = answered.catch(() => undefined);
    return answered;
  };
  await ask({ kind: 'start', ...start });
  return {
    setClock: (ahead) => ask({ kind: 'clock', ahead }),
    runTasks: (names) => ask({ kind: 'tasks', names }),
    written: () => written,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Nothing of whoever runs the lab gets into the product’s settings. */
const surroundings = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'] });

function builtEntry(): string {
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((place) => existsSync(place));
  if (!found) throw new Error('the lab is not built: npm run build');
  return found;
}
