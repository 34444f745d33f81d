import { afterEach, beforeEach, expect, it } from 'vitest';
import { OutboxEntry } from '../../entities/outbox-entry.js';
import { deliveryEndpoint } from '../../src/app/delivery-endpoint.js';
import { readConfig } from '../../src/config/config.js';
import { operatorPages } from '../../src/http/operator-pages.js';
import { startHttp, type HttpServer } from '../../src/http/server.js';
import { makeKeyring } from '../../src/keys/make-keyring.js';
import { readPayload } from '../../src/outbox/outbox.js';
import { silence } from '../../src/log.js';
import { systemRandom } from '../../src/random.js';
import { databases, type TestDatabase } from '../support/databases.js';
import { handClock } from '../support/hand-clock.js';
import { testKeys } from '../support/test-keys.js';

const secret = 'a-secret-of-kannels-reports';
const keyring = makeKeyring({ keys: testKeys, random: systemRandom });
let db: TestDatabase;
let server: HttpServer;
beforeEach(async () => {
  db = await databases[0]!.create();
});
afterEach(async () => {
  await server.stop();
  await db.drop();
});

const kannel = {
  TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
  APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
  SMS_PROVIDERS: 'kannel',
  KANNEL_URL: 'http://127.0.0.1:13013',
  KANNEL_USERNAME: 'ramzyar',
  KANNEL_PASSWORD: 'kannel-secret',
  KANNEL_FROM: '30001234',
};
const open = async (settings: Record<string, string>) => {
  const { sms: vendors } = readConfig({ ...kannel, ...settings });
  const { inTransaction } = db;
  const shared = { keyring, clock: handClock() };
  const deliveries = deliveryEndpoint({ vendors, inTransaction, shared });
  const health = async () => ({ status: 'ok' as const, reasons: [] });
  const pages = operatorPages({ health, metrics: async () => '', deliveries });
  server = await startHttp({ host: '127.0.0.1', port: 0, pages, clock: handClock(), log: silence });
};
const status = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).status;

it('writes down what became of messages before it says so, and only from who knows the secret', async () => {
  await open({ KANNEL_DELIVERY_URL: 'http://127.0.0.1:9090', KANNEL_DELIVERY_SECRET: secret });
  expect(await status(`/kannel/${secret}?reference=abc-1&state=1`)).toBe(200);
  expect(await status(`/kannel/${secret}?reference=abc-2&state=2`)).toBe(200);
  expect(await status(`/kannel/${secret}?reference=abc-2&state=77`)).toBe(400);
  expect(await status(`/kannel/another-secret-than-that?reference=abc-3&state=1`)).toBe(404);
  const rows = await db.dataSource.manager.find(OutboxEntry, { order: { id: 'ASC' } });
  expect(rows.map((row) => readPayload(keyring, row))).toEqual([
    { provider: 'kannel', reference: 'abc-1', delivery: 'delivered' },
    { provider: 'kannel', reference: 'abc-2', delivery: 'undelivered' },
  ]);
});

it('says that it has a report only when it has', async () => {
  await open({ KANNEL_DELIVERY_URL: 'http://127.0.0.1:9090', KANNEL_DELIVERY_SECRET: secret });
  await db.dataSource.destroy();
  expect(await status(`/kannel/${secret}?reference=abc-1&state=1`)).toBe(500);
});

it('knows nothing of reports where none were asked for', async () => {
  await open({});
  expect(await status('/kannel/?reference=abc-1&state=1')).toBe(404);
  expect(await status('/kannel/null?reference=abc-1&state=1')).toBe(404);
});
