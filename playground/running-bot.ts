import { makeApp, type App, type Runtime } from '../src/app/app.js';
import type { Config } from '../src/config/config.js';

export interface RunningBotParts {
  config: Config;
  edges: Runtime;
  /** Done to each new process before it begins; `first` only once. */
  prepare: (app: App, first: boolean) => Promise<void>;
}

/** The product's process, which may be started again on the same database. */
export interface RunningBot {
  /** As it runs now; waits while it is being started. */
  app(): Promise<App>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Resolves when the bot is at work. */
export async function runBot({ config, edges, prepare }: RunningBotParts): Promise<RunningBot> {
  const begin = async (first: boolean): Promise<App> => {
    const app = await makeApp(config, edges);
    await prepare(app, first);
    await app.start();
    return app;
  };
  let running = begin(true);
  await running;
  return {
    app: () => running,
    async restart() {
      const before = running;
      running = before.then((app) => app.stop()).then(() => begin(false));
      await running;
    },
    stop: async () => (await running).stop(),
  };
}
