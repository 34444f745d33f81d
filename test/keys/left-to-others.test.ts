import { describe, expect, it } from 'vitest';
import { makeLeftToOthers } from '../../src/keys/left-to-others.js';
import type { Log } from '../../src/log.js';
import { makeMissingKeys, MissingKey } from '../../src/keys/missing-keys.js';
import { handClock, minute, second } from '../support/hand-clock.js';

function open() {
  const clock = handClock();
  const logged: unknown[][] = [];
  const log = { error: (...line: unknown[]) => void logged.push(line) } as unknown as Log;
  const missingKeys = makeMissingKeys({ clock, log });
  return { clock, logged, missingKeys, left: makeLeftToOthers<string>(clock, missingKeys) };
}

describe('what a process cannot read for want of a key', () => {
  it('is left to others for thirty seconds', () => {
    const { clock, left, missingKeys } = open();
    expect([left.has('one'), left.ids()]).toEqual([false, []]);
    expect(left.leave('one', new MissingKey('abc'))).toBe(true);
    expect([left.has('one'), left.has('two'), left.ids()]).toEqual([true, false, ['one']]);
    expect(missingKeys.lately()).toEqual(['abc']);
    clock.pass(30 * second - 1);
    expect([left.has('one'), left.ids()]).toEqual([true, ['one']]);
    clock.pass(1);
    expect([left.has('one'), left.ids()]).toEqual([false, []]);
    clock.pass(-second);
    expect(left.ids()).toEqual([]);
  });

  it('is not left for any other reason', () => {
    const { left, missingKeys } = open();
    expect(left.leave('one', new Error('something else'))).toBe(false);
    expect([left.ids(), missingKeys.lately()]).toEqual([[], []]);
  });
});

describe('a key that is missing', () => {
  it('is told in the log once, for as long as it is met again within five minutes', () => {
    const { clock, logged, missingKeys } = open();
    missingKeys.note('abc');
    expect(logged).toEqual([[{ fingerprint: 'abc' }, 'a key is missing from APP_KEYS here']]);
    clock.pass(4 * minute);
    missingKeys.note('abc');
    clock.pass(5 * minute - 1);
    expect([logged.length, missingKeys.lately()]).toEqual([1, ['abc']]);
    clock.pass(1);
    expect(missingKeys.lately()).toEqual([]);
    missingKeys.note('abc');
    missingKeys.note('def');
    expect([logged.length, missingKeys.lately()]).toEqual([3, ['abc', 'def']]);
  });

  it('is named by its fingerprint alone', () => {
    const missing = new MissingKey('abc');
    expect([missing.name, missing.code]).toEqual(['MissingKey', 'abc']);
    expect(missing.message).toBe('the key with this fingerprint is absent');
  });
});
