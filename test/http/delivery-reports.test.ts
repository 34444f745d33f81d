import { afterEach, expect, it } from 'vitest';
import { deliveryDoor } from '../../src/app/delivery-door.js';
import { readConfig } from '../../src/config/config.js';
import { operatorPages } from '../../src/http/operator-pages.js';
import { startHttp, type HttpServer } from '../../src/http/server.js';
import { makeMetrics } from '../../src/metrics.js';

const secret = 'a-secret-of-kannels-reports';
let server: HttpServer;
afterEach(() => server.stop());

const kannel = {
  TELEGRAM_BOT_TOKEN: '700001:telegram-secret',
  APP_KEYS: Buffer.alloc(32, 'thirty-two bytes that are no key').toString('base64'),
  SMS_PROVIDERS: 'kannel',
  KANNEL_URL: 'http://127.0.0.1:13013',
  KANNEL_USERNAME: 'ramzyar',
  KANNEL_PASSWORD: 'kannel-secret',
  KANNEL_FROM: '30001234',
};
const metrics = makeMetrics();
const open = async (settings: Record<string, string>) => {
  const deliveries = deliveryDoor(readConfig({ ...kannel, ...settings }).sms, metrics.count);
  const health = async () => ({ status: 'ok' as const, reasons: [] });
  const pages = operatorPages({ health, metrics: async () => metrics.text({}), deliveries });
  server = await startHttp(0, pages);
};
const status = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).status;

it('counts what became of messages, and only from who knows the secret', async () => {
  await open({ KANNEL_DELIVERY_URL: 'http://127.0.0.1:9090', KANNEL_DELIVERY_SECRET: secret });
  expect(await status(`/kannel/${secret}?reference=abc-1&state=1`)).toBe(200);
  expect(await status(`/kannel/${secret}?reference=abc-2&state=2`)).toBe(200);
  expect(await status(`/kannel/${secret}?reference=abc-2&state=77`)).toBe(400);
  expect(await status(`/kannel/another-secret-than-that?reference=abc-3&state=1`)).toBe(404);
  const text = metrics.text({});
  expect(text).toContain('ramzyar_sms_deliveries_total{provider="kannel",delivery="delivered"} 1');
  expect(text).toContain('ramzyar_sms_deliveries_total{provider="kannel",delivery="undelivered"} 1');
});

it('knows nothing of reports where none were asked for', async () => {
  await open({});
  expect(await status('/kannel/?reference=abc-1&state=1')).toBe(404);
  expect(await status('/kannel/null?reference=abc-1&state=1')).toBe(404);
});
