import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Update } from 'grammy/types';
import type { PlatformName } from '../../src/platforms.js';
import type { Env } from '../../src/config/setting.js';

/** A line of the product's log: a point between two of its steps. */
export interface Point {
  line: string;
  /** Of the job that the line is about; any without it. */
  kind?: string;
  /** The how manieth such line from now; the first without it. */
  nth?: number;
}

/** The product in a process of its own. */
export interface ProductProcess {
  readonly pid: number;
  /** It kills itself at this point. */
  dieAt(point: Point): Promise<void>;
  /** It hangs from this point on. */
  hangAt(point: Point): Promise<void>;
  kill(): void;
  hang(): void;
  /** Awake again, after it was hung. */
  goOn(): void;
  /** Asks it to end, as an operator does; resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Does it poll and keep the timetable? */
  leads: () => Promise<boolean>;
  /** Sets its clock so many milliseconds before ours. */
  advance(ahead: number): Promise<void>;
  /** Resolves when it is gone, however that came. */
  readonly gone: Promise<void>;
  /** Takes these updates in all at once, as if a messenger had brought them. */
  receive(from: { platform: PlatformName; bot: string }, updates: readonly Update[]): Promise<void>;
}

const script = new URL('product-process.mjs', import.meta.url).pathname;
const built = new URL('../../dist/src/app/app.js', import.meta.url).pathname;

/** `ahead`: milliseconds that its clock runs before ours. Resolves when it is at work. */
export async function startProduct(settings: Env, ahead: number): Promise<ProductProcess> {
  if (!existsSync(built)) throw new Error('the product is not built: npm run build');
  const child = fork(script, { execArgv: ['--enable-source-maps'] });
  const exited = once(child, 'exit').then(([code]: unknown[]) => code as number | null);
  const gone = exited.then(() => undefined);
  const order = (name: string, given: object = {}) => ask(child, gone, { order: name, ...given });
  const meets = async (signal: NodeJS.Signals, { nth = 1, ...point }: Point): Promise<void> =>
    void (await order('meet', { fate: { ...point, nth, signal } }));
  await order('start', { settings, ahead });
  return {
    pid: child.pid ?? 0,
    dieAt: (point) => meets('SIGKILL', point),
    hangAt: (point) => meets('SIGSTOP', point),
    kill: () => void child.kill('SIGKILL'),
    hang: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    stop: () => (child.kill('SIGTERM'), exited),
    leads: async () => (await order('leads')) === true,
    gone,
    advance: async (now) => void (await order('advance', { ahead: now })),
    receive: async (from, updates) => void (await order('receive', { from, updates })),
  };
}

async function ask(
  child: ChildProcess,
  gone: Promise<void>,
  order: { order: string; [given: string]: unknown },
): Promise<unknown> {
  const answered = once(child, 'message') as Promise<[{ answer?: unknown }]>;
  child.send(order);
  const died = gone.then(() => Promise.reject(new Error(`it died of "${order.order}"`)));
  return (await Promise.race([answered, died]))[0].answer;
}
