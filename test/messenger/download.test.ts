import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listen, type Listening } from '../../playground/listen.js';
import { makeMessenger } from '../../src/messenger/messenger.js';

const token = '700001:secret-of-a-bot';
let server: Listening;
const asked: string[] = [];
beforeEach(async () => {
  asked.length = 0;
  const app = new Hono();
  app.get('/file/:bot/endless', (c) =>
    stream(c, async (out) => {
      while (!out.aborted) await out.write(new Uint8Array(1_000));
    }),
  );
  app.get('/file/:bot/elsewhere', (c) => c.redirect('/file/x/list.csv'));
  app.get('/file/:bot/documents/:name', (c) => {
    asked.push(c.req.path);
    return c.text('a,b\n');
  });
  server = await listen(app);
});
afterEach(() => server.stop());

const fetched = async (path: string, most = 5_000) => {
  const pieces: Uint8Array[] = [];
  const messenger = makeMessenger({
    ...{ platform: 'telegram', token, apiRoot: server.url, rate: { perSecond: 9, perChatAndMinute: 9 } },
  });
  const answer = await messenger.fetch(path, {
    most,
    write: (piece) => pieces.push(piece),
    timeoutMs: 5_000,
  });
  return { answer, text: Buffer.concat(pieces).toString() };
};

it('a file comes whole, from the address that only the bot knows', async () => {
  expect(await fetched('documents/file 1.csv')).toEqual({ answer: { kind: 'ok' }, text: 'a,b\n' });
  expect(decodeURI(asked[0]!)).toBe(`/file/bot${token}/documents/file 1.csv`);
});

it('no more of it is taken than is wanted, said or not', async () => {
  expect((await fetched('documents/a.csv', 3)).answer).toEqual({ kind: 'too-large' });
  const { answer, text } = await fetched('endless');
  expect(answer).toEqual({ kind: 'too-large' });
  expect(text.length).toBeLessThanOrEqual(5_000);
});

it('what is not there, leads elsewhere or does not answer is a value without the token', async () => {
  expect((await fetched('nothing')).answer).toEqual({ kind: 'refused', status: 404 });
  const answers = [(await fetched('elsewhere')).answer];
  await server.stop();
  answers.push((await fetched('documents/a.csv')).answer);
  for (const answer of answers) {
    expect(answer.kind).toBe('silent');
    expect(JSON.stringify(answer)).not.toContain('secret');
  }
  server = await listen(new Hono());
});
