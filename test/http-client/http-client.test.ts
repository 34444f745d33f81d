import { createServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeHttpClient, form, json } from '../../src/http-client/http-client.js';
import { selfSigned } from '../support/self-signed.js';
import { ampleTimeouts, deadAddress, standIn } from '../support/vendors/stand-in.js';

const timeouts = ampleTimeouts();
const ask = makeHttpClient();
const secret = 'secret-in-path';

describe('an exchange with somebody outside', () => {
  const open: { close: () => unknown }[] = [];
  afterEach(() => open.splice(0).map((server) => server.close()));

  const listening = async (server: Server): Promise<number> => {
    open.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return (server.address() as AddressInfo).port;
  };

  it('brings status, type and body', async () => {
    const server = await standIn(({ body }) => ({ status: 418, body: JSON.stringify({ heard: body }) }));
    open.push(server);
    const answer = await ask({
      method: 'POST',
      url: new URL(server.url),
      ...form({ a: 'سلام', b: '1 2' }),
    });
    expect(answer).toMatchObject({ kind: 'answered', status: 418, type: 'application/json' });
    expect(json(answer)).toEqual({ heard: 'a=%D8%B3%D9%84%D8%A7%D9%85&b=1+2' });
  });

  it('does not talk to whom nobody vouches for', async () => {
    const heard: string[] = [];
    const server = createServer(selfSigned(), (request) => heard.push(request.url ?? ''));
    const port = await listening(server);
    const answer = await ask(
      { method: 'GET', url: new URL(`https://localhost:${port}/${secret}`) },
      timeouts,
    );
    expect(answer).toEqual({ kind: 'silent', written: false, fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(heard).toEqual([]);
  });

  it('nobody there, or no such name: certainly nothing was asked', async () => {
    const dead = await ask({ method: 'GET', url: new URL(`${await deadAddress()}/${secret}`) }, timeouts);
    expect(dead).toEqual({ kind: 'silent', written: false, fault: 'ECONNREFUSED' });
    const nameless = await ask({ method: 'GET', url: new URL(`http://nowhere.invalid/${secret}`) }, timeouts);
    expect(nameless).toMatchObject({ kind: 'silent', written: false });
  });

  it('what cannot be asked is not asked, and harms nobody', async () => {
    const url = new URL(await deadAddress());
    const unspeakable = await ask({ method: 'GET', url, headers: { 'x-from': 'بیمه' } }, timeouts);
    expect(unspeakable).toEqual({ kind: 'silent', written: false, fault: 'ERR_INVALID_CHAR' });
  });

  it('a handshake that never ends: certainly nothing was asked', async () => {
    const port = await listening(createTcpServer(() => undefined));
    const url = new URL(`https://127.0.0.1:${port}/${secret}`);
    const answer = await ask({ method: 'GET', url }, { connectMs: 100, answerMs: 5_000 });
    expect(answer).toEqual({ kind: 'silent', written: false, fault: 'too slow' });
  });

  it('once connected, an answer may take longer than a connection', async () => {
    const server = await standIn(
      () => new Promise((answer) => setTimeout(() => answer({ status: 200, body: '{}' }), 150)),
    );
    open.push(server);
    const answer = await ask({ method: 'GET', url: new URL(server.url) }, { connectMs: 50, answerMs: 5_000 });
    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
  });

  it('an answer without an end is cut off long before the time is', async () => {
    const server = await standIn(() => ({ status: 200, body: '' }));
    open.push(server);
    server.fail('endless');
    const answer = await ask(
      { method: 'GET', url: new URL(server.url) },
      { connectMs: 500, answerMs: 20_000 },
    );
    expect(answer).toEqual({ kind: 'silent', written: true, fault: 'answer too long' });
  });

  it('a line that drops in the middle of the answer: it was asked', async () => {
    const port = await listening(
      createTcpServer((socket) => {
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"half":'));
      }),
    );
    const answer = await ask({ method: 'GET', url: new URL(`http://127.0.0.1:${port}/${secret}`) }, timeouts);
    expect(answer).toMatchObject({ kind: 'silent', written: true });
    expect(JSON.stringify(answer)).not.toContain(secret);
  });
});
