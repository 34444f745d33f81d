import { describe, expect, it } from 'vitest';
import { parseAppKeys } from '../../src/keys/app-keys.js';
import { seededRandom } from '../../playground/seeded-random.js';

const random = seededRandom('app keys');
const [first, second] = [random.bytes(32), random.bytes(32)];
const [one, two] = [first.toString('base64'), second.toString('base64')];

describe('application keys', () => {
  it('are read newest first, with spaces and without padding', () => {
    expect(parseAppKeys(`${one}, ${two.replace(/=+$/, '')}\n`)).toEqual({ ok: true, keys: [first, second] });
  });

  it.each([
    ['', ['key 1 is empty']],
    [`${one},`, ['key 2 is empty']],
    [random.bytes(16).toString('base64'), ['key 1 has 16 bytes instead of 32']],
    [random.bytes(33).toString('base64'), ['key 1 has 33 bytes instead of 32']],
    ['not base64 at all!', ['key 1 is not base64']],
    [`${one}${two}`, ['key 1 is not base64']],
    [Buffer.alloc(32).toString('base64'), ['key 1 is one byte repeated, so no secret']],
    [`${one},${two},${one.replace(/=+$/, '')}`, ['key 3 is there twice']],
    ['x,,' + one, ['key 1 is not base64', 'key 2 is empty']],
  ])('%# are refused with every fault', (text, faults) => {
    expect(parseAppKeys(text)).toEqual({ ok: false, faults });
  });

  it('are never quoted in a fault', () => {
    const answer = parseAppKeys(`${one},${one},${one}x`);
    expect(JSON.stringify(answer)).not.toContain(one.slice(0, 8));
    expect(answer.ok).toBe(false);
  });
});
