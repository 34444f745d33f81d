import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ready, type Services } from './child.js';

/** A stub in a process of its own, as its parent sees it. */
export interface Child<S extends Services> {
  pid: number;
  ask<Name extends keyof S>(name: Name, value: Parameters<S[Name]>[0]): Promise<Awaited<ReturnType<S[Name]>>>;
  stop(): Promise<void>;
  /** The process, for whoever wants to do it harm. */
  process: ChildProcess;
}

interface Waiting {
  resolve: (given: unknown) => void;
  reject: (error: Error) => void;
}

type Said = { id: number; given: unknown } | { id: number; error: string } | { told: unknown };

/** Starts the program of this name beside this file; resolves when it serves. `told` hears what it says by itself. */
export async function startChild<S extends Services>(
  name: string,
  told: (value: never) => void = () => undefined,
  env: NodeJS.ProcessEnv = {},
): Promise<Child<S>> {
  const child = fork(fileURLToPath(new URL(`${name}.js`, import.meta.url)), {
    env: { ...process.env, ...env },
  });
  const waiting = new Map<number, Waiting>();
  let last = ready;
  child.on('message', (said: Said) => {
    if ('told' in said) return told(said.told as never);
    const asker = waiting.get(said.id);
    waiting.delete(said.id);
    if ('error' in said) asker?.reject(new Error(`${name}: ${said.error}`));
    else asker?.resolve(said.given);
  });
  child.on('exit', () => waiting.forEach(({ reject }) => reject(new Error(`${name} has ended`))));
  const heard = (id: number): Promise<unknown> =>
    new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  await heard(ready);
  return {
    ...{ pid: child.pid ?? 0, process: child },
    ask: (asked, value) => {
      last += 1;
      const given = heard(last);
      child.send({ id: last, name: asked, value });
      return given as Promise<never>;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
