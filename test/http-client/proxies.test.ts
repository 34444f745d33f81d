import { createServer as createSecureServer } from 'node:https';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeHttpClient } from '../../src/http-client/http-client.js';
import { parseProxy } from '../../src/http-client/proxy-address.js';
import { connectProxy, socksProxy, type TestProxy } from '../support/proxies.js';
import { selfSigned } from '../support/self-signed.js';
import { ampleTimeouts, deadAddress, standIn, type StandIn } from '../support/vendors/stand-in.js';

const timeouts = ampleTimeouts();
const login = 'یک:p@ss/word%';
const [user, password] = login.split(':').map((part) => encodeURIComponent(part));
/** A name that only the proxies know. */
const names = { 'api.messenger.invalid': '127.0.0.1' };
let server: StandIn;
const open: { close: () => unknown }[] = [];

beforeEach(async () => {
  server = await standIn(({ body }) => ({ status: 200, body: `"${body}"` }));
  open.push(server);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const by = (text: string, connectMs = 10_000) => makeHttpClient({ proxy: parseProxy(text)!, connectMs });
const kept = (proxy: TestProxy): TestProxy => (open.push(proxy), proxy);
const listening = async (own: Server): Promise<number> => {
  open.push({ close: () => own.close() });
  own.listen(0, '127.0.0.1');
  await once(own, 'listening');
  return (own.address() as AddressInfo).port;
};

describe.each([
  { kind: 'http', start: connectProxy },
  { kind: 'socks5', start: socksProxy },
])('through a proxy ($kind)', ({ kind, start }) => {
  it('everything goes, to a host whose name the proxy looks up, over connections that are kept', async () => {
    const proxy = kept(await start({ names }));
    const ask = by(`${kind}://127.0.0.1:${proxy.port}`);
    const { port } = new URL(server.url);
    for (const body of Array.from({ length: 10 }, String)) {
      const url = new URL(`http://api.messenger.invalid:${port}`);
      expect(await ask({ method: 'POST', url, body }, timeouts)).toMatchObject({ body: `"${body}"` });
    }
    expect(new Set(proxy.asked)).toEqual(new Set([`api.messenger.invalid:${port}`]));
    expect(proxy.asked.length).toBeLessThanOrEqual(2);
  });

  it('it is told who asks; whom it does not know, it refuses, and nothing is asked', async () => {
    const proxy = kept(await start({ login }));
    const ask = async (who: string) =>
      by(`${kind}://${who}127.0.0.1:${proxy.port}`)({ method: 'POST', url: new URL(server.url) }, timeouts);
    expect(await ask(`${user}:${password}@`)).toMatchObject({ kind: 'answered' });
    for (const other of [`${user}:secret@`, ''])
      expect(await ask(other)).toEqual({ kind: 'silent', written: false, fault: 'proxy refuses the login' });
    expect(server.received).toHaveLength(1);
  });

  it('whoever stands behind it proves who they are, as without it', async () => {
    const proxy = kept(await start());
    const heard: string[] = [];
    const secure = createSecureServer(selfSigned(), ({ url }, answer) => {
      heard.push(url ?? '');
      answer.end('"secret"');
    });
    const url = new URL(`https://localhost:${await listening(secure)}/way`);
    const ask = () => by(`${kind}://127.0.0.1:${proxy.port}`)({ method: 'GET', url }, timeouts);
    const nobodyVouches = { kind: 'silent', written: false, fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
    expect([await ask(), heard]).toEqual([nobodyVouches, []]);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await ask()).toMatchObject({ kind: 'answered', body: '"secret"' });
    expect(new Set(proxy.asked)).toEqual(new Set([url.host]));
  });

  it('what is in the way is said: nobody there, nobody behind, silence, another protocol', async () => {
    const proxy = kept(await start());
    const fault = async (port: number | string, connectMs?: number, url = server.url) => {
      const ask = by(`${kind}://127.0.0.1:${port}`, connectMs);
      const answer = await ask({ method: 'POST', url: new URL(url) }, timeouts);
      return answer.kind === 'silent' && !answer.written ? answer.fault : answer;
    };
    expect(await fault(new URL(await deadAddress()).port)).toBe('proxy ECONNREFUSED');
    expect(await fault(proxy.port, 10_000, await deadAddress())).toMatch(
      /^proxy (HTTP 502|refuses to connect)$/,
    );
    expect(await fault(await listening(createServer(() => undefined)), 50)).toBe('proxy too slow');
    const other = createServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-OpenSSH\r\n'));
    expect(await fault(await listening(other))).toBe('proxy answers in another protocol');
  });
});

it('a proxy that is spoken to by TLS proves who it is before it is told who asks', async () => {
  const proxy = kept(await connectProxy({ login, certificate: selfSigned() }));
  const ask = () =>
    by(`https://${user}:${password}@localhost:${proxy.port}`)(
      { method: 'POST', url: new URL(server.url) },
      timeouts,
    );
  const nobodyVouches = { kind: 'silent', written: false, fault: 'proxy DEPTH_ZERO_SELF_SIGNED_CERT' };
  expect(await ask()).toEqual(nobodyVouches);
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  expect(await ask()).toMatchObject({ kind: 'answered' });
});

it('a proxy’s address is read with its parts, and nothing else is taken for one', () => {
  expect(parseProxy('http://proxy.example:80')).toMatchObject({ kind: 'http', port: 80, login: null });
  expect(parseProxy('socks5h://u:p%40@[::1]')).toEqual({
    ...{ kind: 'socks5', host: '::1', port: 1080 },
    login: { user: 'u', password: 'p@' },
  });
  const none = [
    '',
    'proxy.example:8080',
    'socks4://proxy.example',
    'http://proxy.example/path',
    'http://u:%zz@proxy.example',
    'http://u:p#x@proxy.example:80',
    'ftp://proxy.example',
    'socks5://:1080',
  ];
  expect(none.filter((text) => parseProxy(text) !== null)).toEqual([]);
});
