import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { startHttp } from '../../src/http/server.js';
import { silence } from '../../src/log.js';
import { eventually } from '../support/eventually.js';

it('a server that is to stop gives the answer in hand, and lets go of somebody who never ceases to ask', async () => {
  let [answered, inHand] = [0, 0];
  let open: () => void = () => undefined;
  let gate: Promise<void> | null = null;
  const pages = new Hono().get('/', async (c) => {
    inHand += gate ? 1 : 0;
    await gate;
    return c.text('');
  });
  const server = await startHttp({ host: '127.0.0.1', port: 0, pages, clock: systemClock, log: silence });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const asks = async (): Promise<never> => {
    for (;;) {
      const question = get({ port: server.port, agent });
      const [answer] = (await once(question, 'response')) as [IncomingMessage];
      await text(answer);
      answered += 1;
    }
  };
  const refused = expect(asks()).rejects.toThrow('ECONNREFUSED');
  await eventually(
    async () => answered,
    (answers) => answers > 2,
  );
  gate = new Promise((resolve) => (open = resolve));
  await eventually(
    async () => inHand,
    (questions) => questions === 1,
  );

  const stopped = server.stop();
  const before = answered;
  open();
  await Promise.all([stopped, refused]);
  expect([inHand, answered]).toEqual([1, before + 1]);
});
