import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { startHttp, usualLimits, type HttpServer } from '../../src/http/server.js';
import { webhookPages } from '../../src/http/webhook.js';
import { eventually } from '../support/eventually.js';

const secret = 'a-secret-of-the-messenger';
const many = 300;
const announced = 900_000;
/** As much of it as they send: one piece of memory for all. */
const sent = Buffer.alloc(800_000, ' ');

describe('on the port for the world', () => {
  let server: HttpServer;
  let sockets: Socket[];
  let taken: Update[];
  let lines: { fields: object; message: string }[];
  let printed: unknown[];
  const print = console.error;
  beforeEach(() => {
    [sockets, taken, lines, printed] = [[], [], [], []];
    console.error = (...all: unknown[]) => void printed.push(all);
  });
  afterEach(async () => {
    console.error = print;
    for (const socket of sockets) socket.destroy();
    await server.stop();
  });

  const open = async (limits = usualLimits): Promise<void> => {
    const say = (fields: object, message: string) => void lines.push({ fields, message });
    const take = async (update: Update) => (taken.push(update), 'stored' as const);
    const pages = webhookPages([{ name: 'telegram', secret, by: 'header', take }]);
    server = await startHttp({
      host: '127.0.0.1',
      port: 0,
      pages,
      clock: systemClock,
      log: { debug: say, info: say, warn: say, error: say },
      limits,
    });
  };
  const dial = async (): Promise<Socket> => {
    const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const head = (given: string, length = `Content-Length: ${announced}`) =>
    `POST /telegram HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
    `X-Telegram-Bot-Api-Secret-Token: ${given}\r\n${length}\r\n\r\n`;
  /** The length is not told before; it comes in pieces. */
  const inPieces = `Transfer-Encoding: chunked`;
  const gone = (socket: Socket): Promise<unknown> =>
    socket.closed ? Promise.resolve() : once(socket, 'close');
  const bring = async (id: number): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/telegram`, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: id }),
    });
    return answer.status;
  };
  const outsideHeap = (): number => process.memoryUsage().external;

  it('three hundred who know no secret and never end what they send are let go at once, and nothing of it is kept', async () => {
    await open();
    const before = outsideHeap();
    const strangers = await Promise.all(Array.from({ length: many }, dial));
    const answers: string[] = [];
    for (const [at, socket] of strangers.entries()) {
      socket.on('data', (text) => answers.push(String(text).split('\r\n')[0] ?? ''));
      if (at % 2 === 0) socket.write(head('a-guess'));
      else socket.write(`${head('a-guess', inPieces)}${sent.length.toString(16)}\r\n`);
      socket.write(sent);
    }
    expect(await bring(1)).toBe(200);
    await Promise.all(strangers.map(gone));
    expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 401 Unauthorized']));
    expect(outsideHeap() - before).toBeLessThan(many * 100_000);
    expect(await bring(2)).toBe(200);
    expect(taken).toHaveLength(2);
  });

  it('three hundred who do not even end their head are let go after some seconds, and hold up nobody', async () => {
    await open({ ...usualLimits, headersMs: 300, checkMs: 50 });
    const slow = await Promise.all(Array.from({ length: many }, dial));
    for (const socket of slow.slice(1)) socket.write('POST /telegram HTTP/1.1\r\nHost: ');
    for (const socket of slow) socket.resume();
    expect(await bring(1)).toBe(200);
    await Promise.all(slow.map(gone));
    expect(await bring(2)).toBe(200);
  });

  it('a messenger that never ends what it brings is let go after some seconds', async () => {
    await open({ ...usualLimits, headersMs: 300, requestMs: 400, checkMs: 50 });
    const hanging = await dial();
    hanging.resume().write(head(secret));
    await gone(hanging);
    expect(await bring(1)).toBe(200);
  });

  it('what breaks off is one line without a stack', async () => {
    await open();
    const breaking = await dial();
    breaking.write(head(secret));
    breaking.write(sent);
    breaking.resetAndDestroy();
    await eventually(
      async () => lines.length,
      (length) => length > 0,
    );
    expect(await bring(1)).toBe(200);
    expect(lines.map(({ message }) => message)).toEqual(['a request could not be answered']);
    expect(JSON.stringify(lines)).not.toContain('\\n');
    expect(printed).toEqual([]);
  });

  it('no more are let in than may be open at once', async () => {
    await open({ ...usualLimits, connections: 3 });
    await Promise.all(Array.from({ length: 3 }, dial));
    const fourth = await dial();
    fourth.resume();
    await gone(fourth);
    sockets[0]?.destroy();
    await eventually(
      () => bring(1).catch(() => 0),
      (status) => status === 200,
    );
  });
});
