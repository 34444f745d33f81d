import { expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { socksProxy } from '../support/proxies.js';
import { zohalStandIn, zohalToken } from '../support/vendors/ownership.js';
import { deadAddress, standIn } from '../support/vendors/stand-in.js';
import { line, onProductionHarnesses } from './production-harness.js';
import { type } from './shell.js';

onProductionHarnesses('the doctor, on messengers, vendors and the portal', (harness) => {
  it('tells a refused token from a messenger that cannot be reached', async () => {
    const otherwise = { TELEGRAM_BOT_TOKEN: '700001:not-the-token', BALE_API_ROOT: await deadAddress() };
    const { code, said } = await harness().diagnosis(otherwise);
    expect(line(said, 'telegram')).toContain('refuses the token');
    expect(line(said, 'bale')).toContain('no answer');
    expect(code).toBe(1);
  });

  it('tells through which proxy a messenger is asked, and when it does not lead on', async () => {
    const proxy = await socksProxy({ login: 'bot:proxy-secret' });
    const by = (login: string) => ({ TELEGRAM_PROXY: `socks5://${login}127.0.0.1:${proxy.port}` });
    const { code, said } = await harness().diagnosis(by('bot:proxy-secret@'));
    expect(line(said, 'telegram proxy')).toMatch(/^ok.* socks5:..127\.0\.0\.1:\d+ leads on/);
    expect([line(said, 'telegram'), code]).toEqual([expect.stringMatching(/^ok/), 0]);
    expect(said).not.toContain('bale proxy');
    const refused = await harness().diagnosis(by('bot:proxy-mistake@'));
    expect(line(refused.said, 'telegram proxy')).toMatch(/^fault.*proxy refuses the login/);
    await proxy.close();
    const gone = await harness().diagnosis(by('bot:proxy-secret@'));
    expect(line(gone.said, 'telegram proxy')).toMatch(/^fault.*proxy ECONNREFUSED/);
    expect(gone.code).toBe(1);
    expect(said + refused.said + gone.said).not.toMatch(/proxy-(secret|mistake)/);
  });

  it('tells that a webhook stands in the way of polling', async () => {
    await type('webhook set', {
      ...harness().settings,
      ...{
        UPDATES: 'webhook',
        WEBHOOK_URL: 'https://bot.insurer.example',
        WEBHOOK_SECRET: 'a-secret-of-tests',
      },
    });
    expect(line((await harness().diagnosis()).said, 'telegram updates')).toMatch(
      /^warning.*bot\.insurer\.example/,
    );
  });

  it('finds a vendor that refuses, a portal that does not know us, and a Redis that is away', async () => {
    harness().vendor.refuse(403);
    const REDIS_URL = (await deadAddress()).replace('http://', 'redis://:redis-secret@');
    const { said } = await harness().diagnosis({ PORTAL_API_SECRET: 'another', REDIS_URL });
    expect(line(said, 'sms kavenegar')).toMatch(/^fault/);
    expect(line(said, 'portal')).toMatch(/^fault.*HTTP 401/);
    expect(line(said, 'redis')).toMatch(/^warning.*ECONNREFUSED/);
    expect(said).not.toContain('redis-secret');
  });

  it.each([
    { path: '/accounts/', about: 'accounts' },
    { path: '/password-resets/', about: 'resets' },
  ])(
    'tells a 404 that is not the portal’s own, about $about, and what to change',
    async ({ path, about }) => {
      const proxy = await standIn(({ url }) => ({
        status: 404,
        body: JSON.stringify({
          error: url.pathname.startsWith(path)
            ? 'Not Found'
            : url.pathname.startsWith('/accounts/')
              ? 'no-such-account'
              : 'no-such-reset',
        }),
      }));
      const { said, code } = await harness().diagnosis({ PORTAL_API_URL: proxy.url });
      expect(line(said, 'portal')).toMatch(
        new RegExp(`^fault.*HTTP 404 without a word of the contract \\(about ${about}\\)`),
      );
      expect(said).toMatch(/PORTAL_API_URL leads elsewhere.*"no-such-reset".*ramzyar portal check/);
      expect(code).toBe(1);
      expect(proxy.received.every(({ headers }) => headers['x-signature'])).toBe(true);
      await proxy.close();
    },
  );

  it('warns of a provider’s credit from where staff are told of it, and never where that is switched off', async () => {
    const left = async (SMS_CREDIT_WARNING_RIALS: string) =>
      line((await harness().diagnosis({ SMS_CREDIT_WARNING_RIALS })).said, 'sms kavenegar');
    expect(await left('1500000')).toMatch(/^ok.*1500000 rials left/);
    expect(await left('1500001')).toMatch(/^warning.*1500000 rials left/);
    expect(await left('0')).toMatch(/^ok/);
  });

  it('finds whether the register answers, and has no word about typing where it is asked', async () => {
    const register = await zohalStandIn();
    const asking = { OWNERSHIP: 'zohal', ZOHAL_URL: register.url, FIRST_MOBILE: 'typed' };
    const { said } = await harness().diagnosis({ ...asking, ZOHAL_TOKEN: zohalToken });
    expect(line(said, 'ownership')).toMatch(/^ok.*zohal/);
    expect(line(said, 'first mobile')).toMatch(/^ok/);
    const refused = (await harness().diagnosis({ ...asking, ZOHAL_TOKEN: 'zohal-wrong-key' })).said;
    expect(line(refused, 'ownership')).toMatch(/^warning.*HTTP 401/);
    expect(refused).not.toContain('zohal-wrong-key');
    await register.close();
  });

  it('tells how far the messengers’ clock is away, before codes end at the wrong time and after', async () => {
    await type('migrate', harness().settings);
    const by = (ms: number) =>
      type('doctor', harness().settings, { now: () => new Date(systemClock.now().getTime() + ms) });
    expect(line((await by(0)).said, 'telegram clock')).toMatch(/^ok +telegram clock +agrees with telegram/);
    expect(line((await by(-40_000)).said, 'telegram clock')).toMatch(/^warning .*(39|4\d) s away/);
    const { said, code } = await by(-6 * 3_600_000);
    expect(line(said, 'telegram clock')).toMatch(/^fault .*2(159\d|160\d) s away from telegram/);
    expect(line(said, 'bale clock')).toMatch(/^fault/);
    expect(code).toBe(1);
  });

  it('tells how far the portal’s clock is away, before signatures are refused and after', async () => {
    const ahead = async (ms: number) => {
      await type('migrate', harness().settings);
      return type('doctor', harness().settings, { now: () => new Date(systemClock.now().getTime() + ms) });
    };
    expect(line((await ahead(0)).said, 'portal clock')).toMatch(/^ok/);
    const warned = (await ahead(120_000)).said;
    expect(line(warned, 'portal clock')).toMatch(/^warning +portal clock +1[12]\d s/);
    expect(line(warned, 'portal')).toMatch(/^ok/);
    expect(line((await ahead(400_000)).said, 'portal clock')).toMatch(/^fault/);
  });
});
