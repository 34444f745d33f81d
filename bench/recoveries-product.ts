import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Env } from '../src/config/setting.js';

/** The product as `npm start` runs it, in a process of its own. */
export interface Product {
  /** What the process has worked so far, in milliseconds. */
  cpuMs(): Promise<number>;
  /** Asks it to end, as an operator does. */
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));
const tellCpu = new URL('tell-cpu.js', import.meta.url).href;

/** In a folder where no `.env` is. Resolves when it is at work. */
export async function startProduct(settings: Env, folder: string): Promise<Product> {
  const child = fork(main, {
    cwd: folder,
    env: settings,
    execArgv: ['--enable-source-maps', '--import', tellCpu],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  await Promise.race([started(child), ended.then(() => Promise.reject(new Error('the product ended')))]);
  return {
    async cpuMs() {
      const told = once(child, 'message') as Promise<[NodeJS.CpuUsage]>;
      child.send('cpu');
      const [{ user, system }] = await told;
      return (user + system) / 1_000;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function started({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let written = '';
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      written = (written + text).slice(-10_000);
      if (written.includes('"msg":"started"')) resolve();
    });
  });
}
