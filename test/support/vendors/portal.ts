import { Hono } from 'hono';
import { makePortalServer } from '../../../playground/portal-server/portal-server.js';
import { makeHttpPortal } from '../../../src/portal/http.js';
import type { HttpPortalSettings } from '../../../src/portal/signed-request.js';
import { makeLocalPortal } from '../../../src/portal/local.js';
import { systemRandom } from '../../../src/random.js';
import type { PortalRig } from '../../contracts/portal.js';
import { databases } from '../databases.js';
import { ampleTimeouts, standIn, type Answer, type Received, type StandIn } from './stand-in.js';

export const portalCustomer = { token: 'portal-token-of-tests', secret: 'portal-secret-of-tests' };
export const portalBasePath = '/portal/v1';

/** The client, the wire, the reference server, and the embedded portal behind it. */
export interface WiredPortal extends PortalRig {
  wire: StandIn;
  /** Read anew for each request. */
  settings: HttpPortalSettings;
  /** The client's clock; the server's stands still. */
  setClock: (moment: Date) => void;
  exchanges: { request: Received; answer: Answer }[];
  pauses: number[];
  faults: string[];
  /** Happens in the client's next pause. */
  inPause: (deed: () => void) => void;
}

const noon = new Date('2026-11-23T08:30:00Z');

export async function wirePortal(): Promise<WiredPortal> {
  const [sqlite] = databases;
  if (!sqlite) throw new Error('no database to test with');
  const db = await sqlite.create();
  const harness = makeLocalPortal({ inTransaction: db.inTransaction, random: systemRandom, cost: 16 });
  const server = makePortalServer({ portal: harness, customer: portalCustomer, clock: { now: () => noon } });
  const exchanges: WiredPortal['exchanges'] = [];
  const wire = await standIn(async (request) => {
    const answer = await served(new Hono().route(portalBasePath, server), request);
    exchanges.push({ request, answer });
    return answer;
  });
  const settings = { ...portalCustomer, url: `${wire.url}${portalBasePath}`, timeouts: ampleTimeouts() };
  const client = makeClient(settings);
  return {
    ...client,
    harness,
    wire,
    settings,
    exchanges,
    close: async () => {
      await wire.close();
      await db.drop();
    },
  };
}

function makeClient(settings: HttpPortalSettings) {
  let [now, deed] = [noon, (): void => undefined];
  const [pauses, faults]: [number[], string[]] = [[], []];
  const portal = makeHttpPortal(settings, {
    clock: { now: () => now },
    random: systemRandom,
    pause: async (ms) => {
      pauses.push(ms);
      deed();
    },
    onFault: (fault) => faults.push(fault),
  });
  return {
    portal,
    pauses,
    faults,
    setClock: (moment: Date) => {
      now = moment;
    },
    inPause: (next: () => void) => {
      deed = next;
    },
  };
}

async function served(app: Hono, { method, url, headers, body }: Received): Promise<Answer> {
  const response = await app.request(url.href, {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(body ? { body } : {}),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.text(),
  };
}
