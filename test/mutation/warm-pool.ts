import {
  ThreadsPoolWorker,
  type PoolOptions,
  type PoolWorker,
  type TestProject,
  type WorkerRequest,
} from 'vitest/node';

/** So many mutants one thread tries: what libraries keep of ended databases adds up. */
const mostRuns = 200;

type Listener = Parameters<PoolWorker['on']>;

/**
 * A thread that stays from one mutant to the next. Loading the product costs many times what the tests of one mutant do,
 * and a mutant is switched on in code that is loaded already; test files are loaded anew all the same. A mutant in what
 * a module does while it is loaded needs a thread of its own.
 */
export function keepWarm(project: TestProject): void {
  let warm: { thread: ThreadsPoolWorker; runs: number } | null = null;
  const warmed = async (options: PoolOptions): Promise<{ thread: ThreadsPoolWorker; runs: number }> => {
    if (warm && warm.runs < mostRuns) return warm;
    await warm?.thread.stop();
    warm = { thread: new ThreadsPoolWorker(options), runs: 0 };
    await warm.thread.start();
    return warm;
  };
  const createPoolWorker = (options: PoolOptions): PoolWorker =>
    switchedWhileRunning(options.project) ? lent(() => warmed(options)) : new ThreadsPoolWorker(options);
  Object.assign(project.config, { pool: 'warm', poolRunner: { name: 'warm', createPoolWorker } });
}

/** What Stryker's runner says to its set-up in the thread. */
const switchedWhileRunning = (project: TestProject): boolean =>
  (project.getProvidedContext() as { mutantActivation?: string }).mutantActivation === 'runtime';

/** To Vitest a worker that is started and stopped; its thread is neither. */
function lent(warmed: () => Promise<{ thread: ThreadsPoolWorker; runs: number }>): PoolWorker {
  let lent: { thread: ThreadsPoolWorker; runs: number };
  let listeners: Listener[] = [];
  const saysStopped = (): void => {
    const response = { type: 'stopped', __vitest_worker_response__: true };
    for (const [event, callback] of listeners) if (event === 'message') callback(response);
  };
  return {
    name: 'warm',
    start: async () => {
      lent = await warmed();
      lent.runs += 1;
    },
    stop: async () => {
      for (const [event, callback] of listeners) lent.thread.off(event, callback);
      listeners = [];
    },
    on: (event, callback) => {
      listeners.push([event, callback]);
      lent.thread.on(event, callback);
    },
    off: (event, callback) => {
      listeners = listeners.filter(([, known]) => known !== callback);
      lent.thread.off(event, callback);
    },
    send: (message: WorkerRequest) => {
      if (message.type === 'stop') return saysStopped();
      // Whoever bails out says so to its own tests; what comes back of it would end those of the next mutant.
      if ('m' in message && message.m === 'onCancel') return;
      lent.thread.send(message);
    },
    deserialize: (data) => data,
  };
}
