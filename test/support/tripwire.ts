import type { MiddlewareHandler } from 'hono';

/** Whether a request has already done what it asks when something happens to the one who made it. */
export type Moment = 'before' | 'after';

/** Lies across the way of requests; who touches it sets off a deed, once. */
export interface Tripwire {
  readonly middleware: MiddlewareHandler;
  /** For the next request to such a path. */
  lay(wire: { method: string; path: RegExp; moment: Moment; deed: () => void }): void;
}

/** A request that touches the wire `before` has no effect. */
export function makeTripwire(): Tripwire {
  let laid: Parameters<Tripwire['lay']>[0] | null = null;
  return {
    lay: (wire) => {
      laid = wire;
    },
    middleware: async (c, next) => {
      const wire = laid?.method === c.req.method && laid.path.test(c.req.path) ? laid : null;
      if (!wire) return next();
      laid = null;
      if (wire.moment === 'after') await next();
      wire.deed();
      return wire.moment === 'before' ? c.text('', 503) : undefined;
    },
  };
}
