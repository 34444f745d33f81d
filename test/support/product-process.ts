import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Update } from 'grammy/types';
import type { PlatformName } from '../../src/chats/address.js';
import type { Env } from '../../src/config/setting.js';

/** A line of the product's log: a point between two of its steps. */
export interface Point {
  line: string;
  /** Of the errand that the line is about; any without it. */
  kind?: string;
  /** The how manieth such line from now; the first without it. */
  nth?: number;
}

/** The product in a process of its own. */
export interface ProductProcess {
  readonly pid: number;
  /** It kills itself at this point. */
  dieAt(point: Point): Promise<void>;
  kill(): void;
  /** Sets its clock so many milliseconds before ours. */
  advance(ahead: number): Promise<void>;
  /** Resolves when it is gone, however that came. */
  readonly gone: Promise<void>;
  /** Takes these updates in all at once, as if a messenger had brought them. */
  receive(from: { platform: PlatformName; bot: string }, updates: readonly Update[]): Promise<void>;
}

const script = new URL('product-process.mjs', import.meta.url).pathname;
const built = new URL('../../dist/src/app.js', import.meta.url).pathname;

/** `ahead`: milliseconds that its clock runs before ours. Resolves when it is at work. */
export async function startProduct(settings: Env, ahead: number): Promise<ProductProcess> {
  if (!existsSync(built)) throw new Error('the product is not built: npm run build');
  const child = fork(script, { execArgv: ['--enable-source-maps'] });
  const gone = once(child, 'exit').then(() => undefined);
  await ask(child, gone, { order: 'start', settings, ahead });
  return {
    pid: child.pid ?? 0,
    dieAt: ({ nth = 1, ...point }) => ask(child, gone, { order: 'die', ...point, nth }),
    kill: () => void child.kill('SIGKILL'),
    gone,
    advance: (now) => ask(child, gone, { order: 'advance', ahead: now }),
    receive: (from, updates) => ask(child, gone, { order: 'receive', from, updates }),
  };
}

async function ask(
  child: ChildProcess,
  gone: Promise<void>,
  order: { order: string; [given: string]: unknown },
) {
  const answered = once(child, 'message');
  child.send(order);
  await Promise.race([answered, gone.then(() => Promise.reject(new Error(`it died of "${order.order}"`)))]);
}
