import { expect, it } from 'vitest';
import { readAnswer } from '../../src/messenger/answer.js';

const answer = (body: unknown, status = 200) =>
  readAnswer({ kind: 'answered', status, type: 'application/json', date: '', body: JSON.stringify(body) });

it('a yes is a yes, with a word about what was done or without', () => {
  expect(answer({ ok: true, result: true })).toEqual({ kind: 'ok', result: true });
  expect(answer({ ok: true })).toMatchObject({ kind: 'ok' });
  expect(answer({ ok: true, result: null })).toMatchObject({ kind: 'ok' });
});

it('what leads elsewhere says nothing, whatever it says', () => {
  expect(answer({ ok: true, result: true }, 302)).toMatchObject({ kind: 'silent', written: true });
});

it('what is neither yes nor no says nothing', () => {
  expect(answer({ result: true })).toMatchObject({ kind: 'silent' });
  expect(answer({ ok: 'yes' })).toMatchObject({ kind: 'silent' });
});
