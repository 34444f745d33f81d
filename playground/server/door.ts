import { Hono } from 'hono';
import { pageFiles } from './page-files.js';
import { pageApp } from './server.js';
import type { Stage } from './stage.js';

/** What stands at the page's address before the stage is set, and after. */
export interface Door {
  readonly app: Hono;
  /** From now on the stage answers. */
  open(stage: Stage): void;
}

/** The page itself is there at once; whatever it asks of the stage is answered 503 until the door is opened. */
export function makeDoor(): Door {
  let behind = closed();
  const app = new Hono();
  app.all('*', (c) => behind.fetch(c.req.raw, c.env));
  return {
    app,
    open: (stage) => {
      behind = pageApp(stage);
    },
  };
}

function closed(): Hono {
  const app = new Hono();
  app.get('/events', (c) => c.body(null, 503));
  app.on(['POST'], '*', (c) => c.body(null, 503));
  return app.route('/', pageFiles());
}
