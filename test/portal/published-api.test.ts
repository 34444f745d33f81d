import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../src/portal/signature.js';
import { behrouz, mahin, openAccounts, resetId, stranger } from '../contracts/portal.js';
import { readApi } from '../support/openapi.js';
import { portalBasePath, wirePortal, type WiredPortal } from '../support/vendors/portal.js';

const file = 'docs/portal-api.yaml';
const api = readApi(file);

describe('docs/portal-api.yaml', () => {
  let rig: WiredPortal;
  beforeAll(async () => {
    rig = await wirePortal();
    await openAccounts(rig.harness);
  });
  afterAll(() => rig.close());

  it('is what our client asks and what the reference server answers', async () => {
    const { portal, harness, settings } = rig;
    await portal.account(behrouz.insuredCode);
    await portal.account(stranger);
    await portal.outcome(resetId);
    await portal.reset(resetId, behrouz.insuredCode);
    await portal.reset(resetId, mahin.insuredCode);
    await portal.reset('another-id', stranger);
    await portal.outcome(resetId);
    await portal.capabilities();
    for (const call of ['endSessions', 'lockAccount'] as const) {
      await portal[call](resetId, behrouz.insuredCode);
      await portal[call](resetId, mahin.insuredCode);
      await portal[call]('another-id', stranger);
    }
    harness.setAway(true);
    await portal.capabilities();
    await portal.lockAccount(resetId, behrouz.insuredCode);
    await portal.endSessions(resetId, behrouz.insuredCode);
    await portal.account(behrouz.insuredCode);
    await portal.reset(resetId, behrouz.insuredCode);
    await portal.outcome(resetId);
    settings.secret = 'another';
    await portal.outcome(resetId);

    const held = rig.exchanges.map(({ request, answer }) => api.holds(portalBasePath, request, answer));
    expect(new Set(held)).toEqual(
      new Set([
        'GET /accounts/{insuredCode} 200',
        'GET /accounts/{insuredCode} 404',
        'GET /accounts/{insuredCode} 503',
        'POST /accounts/{insuredCode}/password-resets 200',
        'POST /accounts/{insuredCode}/password-resets 404',
        'POST /accounts/{insuredCode}/password-resets 409',
        'POST /accounts/{insuredCode}/password-resets 503',
        ...[200, 404, 409, 503].flatMap((status) => [
          `POST /accounts/{insuredCode}/session-ends ${status}`,
          `POST /accounts/{insuredCode}/locks ${status}`,
        ]),
        'GET /capabilities 200',
        'GET /capabilities 503',
        'GET /password-resets/{id} 200',
        'GET /password-resets/{id} 404',
        'GET /password-resets/{id} 503',
        'GET /password-resets/{id} 401',
      ]),
    );
  });

  it('publishes no call that we do not make', () => {
    const made = new Set(
      rig.exchanges.map(({ request, answer }) => api.holds(portalBasePath, request, answer)),
    );
    const operations = [...made].map((held) => held.replace(/ \d+$/, ''));
    expect(new Set(operations)).toEqual(new Set(api.operations));
  });

  it('its worked example of a signature is right', () => {
    const text = readFileSync(file, 'utf8');
    const found = /(POST) (\/\S+)\n +X-Timestamp: (\d+)\n\n +(\{.+\})[^]+?(sha256=[0-9a-f]{64})/.exec(text);
    const [, method = '', path = '', timestamp = '', body = '', signature] = found ?? [];
    expect(sign('example-secret', { timestamp, method, path, body })).toBe(signature);
  });
});
