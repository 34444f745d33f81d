import { Hono, type Context } from 'hono';
import type { Clock } from '../../src/clock.js';
import type { LocalPortal } from '../../src/portal/local.js';
import type { ResetAnswer } from '../../src/reset/ports.js';
import { authorised, type PortalCustomer } from './authorised.js';

/** What the server needs of the portal behind it. */
export type PortalHouse = Pick<LocalPortal, 'account' | 'reset' | 'outcome'> & Partial<OptionalCalls>;

/** What a portal may be able to do besides: it names them, and only those are called. */
type OptionalCalls = Pick<LocalPortal, 'capabilities' | 'endSessions' | 'lockAccount'>;

export interface PortalServerParts {
  portal: PortalHouse;
  customer: PortalCustomer;
  clock: Clock;
}

/** The service of `docs/portal-api.yaml`, as an insurer may write it: small, over any portal that can do the three things, and the optional two. */
export function makePortalServer({ portal, customer, clock }: PortalServerParts): Hono {
  const app = new Hono();
  app.use(authorised(customer, clock));

  app.get('/accounts/:insuredCode', async (c) => {
    const password = await portal.account(c.req.param('insuredCode'));
    if (password === 'away') return problem(c, 503, 'away');
    return password === 'missing' ? problem(c, 404, 'no-such-account') : c.json({ password });
  });

  app.post('/accounts/:insuredCode/password-resets', (c) =>
    carryOut(c, (id) => portal.reset(id, c.req.param('insuredCode'))),
  );

  app.get('/password-resets/:id', async (c) => {
    const answer = await portal.outcome(c.req.param('id'));
    if (answer === 'unknown') return problem(c, 503, 'away');
    return answer === 'done' ? c.json({ status: 'done' }) : problem(c, 404, 'no-such-reset');
  });

  addOptionalCalls(app, portal);
  app.notFound((c) => problem(c, 404, 'no-such-path'));
  return app;
}

/** Without them there are no such pages. */
function addOptionalCalls(app: Hono, { capabilities, endSessions, lockAccount }: PortalHouse): void {
  if (!capabilities || !endSessions || !lockAccount) return;
  app.get('/capabilities', async (c) => {
    const named = await capabilities();
    return named ? c.json({ capabilities: named }) : problem(c, 503, 'away');
  });
  app.post('/accounts/:insuredCode/session-ends', (c) =>
    carryOut(c, (id) => endSessions(id, c.req.param('insuredCode'))),
  );
  app.post('/accounts/:insuredCode/locks', (c) =>
    carryOut(c, (id) => lockAccount(id, c.req.param('insuredCode'))),
  );
}

/** An order under its id, and what became of it. */
async function carryOut(c: Context, deed: (id: string) => Promise<ResetAnswer>): Promise<Response> {
  const id = await orderedId(c);
  if (!id) return problem(c, 400, 'id-unclear');
  const answer = await deed(id);
  if (answer === 'done') return c.json({ status: 'done' });
  if (answer === 'missing') return problem(c, 404, 'no-such-account');
  return answer === 'conflict' ? problem(c, 409, 'id-of-another-account') : problem(c, 503, 'away');
}

/** The id, when header and body agree on it. */
async function orderedId(c: Context): Promise<string | null> {
  const body = (await c.req.json().catch(() => null)) as { id?: unknown; requestedAt?: unknown } | null;
  const id = c.req.header('idempotency-key');
  const whole = typeof body?.requestedAt === 'string' && body.id === id && /^[\w-]{1,64}$/.test(id ?? '');
  return whole && id ? id : null;
}

function problem(c: Context, status: 400 | 404 | 409 | 503, error: string): Response {
  return c.json({ error }, status);
}
