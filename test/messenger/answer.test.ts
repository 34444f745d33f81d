import { expect, it } from 'vitest';
import { answerTo } from '../../src/messenger/answer.js';

const answer = (body: unknown, status = 200) =>
  answerTo(Promise.resolve(new Response(JSON.stringify(body), { status })));

it('a yes is a yes, with a word about what was done or without', async () => {
  expect(await answer({ ok: true, result: true })).toEqual({ kind: 'ok', result: true });
  expect(await answer({ ok: true })).toMatchObject({ kind: 'ok' });
  expect(await answer({ ok: true, result: null })).toMatchObject({ kind: 'ok' });
});

it('what is neither yes nor no says nothing', async () => {
  expect(await answer({ result: true })).toMatchObject({ kind: 'silent' });
  expect(await answer({ ok: 'yes' })).toMatchObject({ kind: 'silent' });
});
