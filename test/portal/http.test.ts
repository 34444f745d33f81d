import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  behrouz,
  keepsPortalContract,
  openAccounts,
  resetId,
  type PortalTrouble,
} from '../contracts/portal.js';
import { portalCustomer, wirePortal, type WiredPortal } from '../support/vendors/portal.js';
import { soon, standIn, type Failure, type StandIn } from '../support/vendors/stand-in.js';

const noSuchAccount = '{"error":"no-such-account"}';
const noSuchReset = '{"error":"no-such-reset"}';

const failing = (when: string, how: Failure): PortalTrouble<WiredPortal> => ({
  when,
  arrange: ({ wire }) => wire.fail(how),
});

keepsPortalContract('the portal over HTTP', wirePortal, [
  {
    when: 'too slow',
    arrange: ({ wire, settings }) => {
      settings.timeouts = { connectMs: soon, answerMs: soon };
      wire.fail('silence');
    },
  },
  failing('the line drops', 'hang-up'),
  failing('a proxy’s page', 'bad-gateway-page'),
  failing('a firewall’s page', 'forbidden-page'),
  failing('a page in place of a 404', 'not-found-page'),
  failing('a 404 without a body', 'empty-not-found'),
  failing('a 404 in a proxy’s words', 'not-found-text'),
  failing('a 404 in a gateway’s JSON', 'not-found-json'),
  failing('a 409 in a gateway’s JSON', 'conflict-json'),
  failing('a page with 200', 'welcome-page'),
  failing('a redirect', 'redirect'),
  failing('an answer without an end', 'endless'),
  { when: 'nobody there', arrange: ({ wire }) => wire.close() },
  { when: 'the portal itself is away', arrange: ({ harness }) => harness.setAway(true) },
  { when: 'another token', arrange: ({ settings }) => void (settings.token = 'another') },
  { when: 'another secret', arrange: ({ settings }) => void (settings.secret = 'another') },
  {
    when: 'a clock that is six minutes late',
    arrange: ({ setClock }) => setClock(new Date('2026-11-23T08:24:00Z')),
  },
]);

describe('the portal over HTTP', () => {
  let rig: WiredPortal;
  beforeEach(async () => {
    rig = await wirePortal();
    await openAccounts(rig.harness);
  });
  afterEach(() => rig.close());

  it('a question that meets a stumble is asked three times, with pauses that grow and differ', async () => {
    rig.wire.fail('bad-gateway-page');
    for (let question = 0; question < 20; question += 1) await rig.portal.account(behrouz.insuredCode);
    expect(rig.wire.received).toHaveLength(60);
    const first = rig.pauses.filter((_, index) => index % 2 === 0);
    const second = rig.pauses.filter((_, index) => index % 2 === 1);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...first)).toBeLessThanOrEqual(300);
    expect(Math.min(...second)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...second)).toBeLessThanOrEqual(900);
    expect(new Set(first).size).toBeGreaterThan(1);
  });

  it('a stumble that passes is not noticed', async () => {
    rig.wire.fail('hang-up');
    rig.inPause(() => rig.wire.fail(null));
    expect(await rig.portal.account(behrouz.insuredCode)).toBe('changed');
  });

  it('a reset is sent once, and a lost answer can be asked for', async () => {
    rig.harness.setMute(true);
    expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('unknown');
    expect(rig.wire.received).toHaveLength(1);
    rig.harness.setMute(false);
    expect(await rig.portal.outcome(resetId)).toBe('done');
  });

  it('a refusal is not asked again', async () => {
    rig.settings.token = 'another';
    await rig.portal.account(behrouz.insuredCode);
    expect(rig.wire.received).toHaveLength(1);
  });

  it('says what went wrong, and nothing that is secret', async () => {
    rig.settings.secret = 'another';
    await rig.portal.reset(resetId, behrouz.insuredCode);
    await rig.wire.close();
    await rig.portal.reset(resetId, behrouz.insuredCode);
    expect(rig.faults).toEqual(['portal POST: HTTP 401', 'portal POST: ECONNREFUSED']);
  });

  it('an overheard request cannot be changed, nor used for another account', async () => {
    await rig.portal.reset(resetId, behrouz.insuredCode);
    const [overheard] = rig.wire.received;
    // The length is counted anew by whoever sends.
    const overheardHeaders = Object.entries(overheard?.headers ?? {}).filter(
      ([name]) => name !== 'content-length',
    );
    const headers = overheardHeaders.map(([name, value]) => [name, String(value)]);
    const elsewhere = new URL(
      overheard?.url.pathname.replace(behrouz.insuredCode, '310001') ?? '',
      rig.wire.url,
    );
    const replies = await Promise.all([
      fetch(elsewhere, {
        method: 'POST',
        headers: headers as [string, string][],
        body: overheard?.body ?? '',
      }),
      fetch(new URL(overheard?.url.pathname ?? '', rig.wire.url), {
        method: 'POST',
        headers: headers as [string, string][],
        body: overheard?.body.replace('2026', '2027') ?? '',
      }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([401, 401]);
  });

  describe('behind an address that is not the portal’s', () => {
    let elsewhere: StandIn;
    const leadTo = async (
      answer: (path: string, method: string) => string,
      how: { status: number; type?: string } = { status: 404 },
    ): Promise<void> => {
      elsewhere = await standIn(({ url, method }) => ({ ...how, body: answer(url.pathname, method) }));
      rig.settings.url = elsewhere.url;
    };
    const done = (path: string, method: string): string => {
      if (path === '/capabilities') return '{"capabilities":["end-sessions"]}';
      return method === 'GET' && path.startsWith('/accounts')
        ? '{"password":"initial"}'
        : '{"status":"done"}';
    };
    afterEach(() => elsewhere.close());

    it('only the answer to the very question is believed', async () => {
      await leadTo((path) => (path.startsWith('/accounts') ? noSuchReset : noSuchAccount));
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('away');
      expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('unknown');
      expect(await rig.portal.outcome(resetId)).toBe('unknown');
    });

    it.each([
      ['in a web page', { status: 200, type: 'text/html; charset=utf-8' }],
      ['under a number that is not its own', { status: 404 }],
      ['in a server’s failure', { status: 500 }],
    ])('the contract’s words are not believed %s', async (_, how) => {
      await leadTo(done, how);
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('away');
      expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('unknown');
      expect(await rig.portal.outcome(resetId)).toBe('unknown');
      expect(await rig.portal.capabilities()).toEqual(how.status === 404 ? [] : null);
    });

    it('an account is not missing by a word in an answer that went well', async () => {
      await leadTo((path) => (path.startsWith('/accounts') ? noSuchAccount : noSuchReset), { status: 200 });
      expect(await rig.portal.account(behrouz.insuredCode)).toBe('away');
      expect(await rig.portal.reset(resetId, behrouz.insuredCode)).toBe('unknown');
      expect(await rig.portal.outcome(resetId)).toBe('unknown');
    });

    it('it is not healthy, though one of its two questions may arrive', async () => {
      await leadTo((path) => (path.startsWith('/accounts') ? '{"error":"no route"}' : noSuchReset));
      expect(await rig.portal.healthy()).toBe(false);
      expect(rig.faults).toEqual(['portal GET: HTTP 404 without a word of the contract']);
    });
  });

  it('carries the token as the contract says', async () => {
    await rig.portal.healthy();
    expect(rig.wire.received[0]?.headers.authorization).toBe(`Bearer ${portalCustomer.token}`);
  });
});
