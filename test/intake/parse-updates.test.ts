import { describe, expect, it } from 'vitest';
import { isUpdate, parseUpdates } from '../../src/intake/parse-updates.js';

describe('what a messenger gives', () => {
  it.each([
    ['the first of all', { update_id: 0 }],
    ['one that is about something', { update_id: 7, message: {} }],
    ['one about what is in no shape', { update_id: 7, message: 'x' }],
    ['the last that can be counted on from', { update_id: Number.MAX_SAFE_INTEGER }],
  ])('is an update: %s', (_name, body) => {
    expect(isUpdate(body)).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['nothing at all', undefined],
    ['a number', 7],
    ['a text', '7'],
    ['a list', [{ update_id: 7 }]],
    ['without a number', { message: {} }],
    ['with a number in a text', { update_id: '7' }],
    ['with a number in a list', { update_id: [7] }],
    ['with no number', { update_id: NaN }],
    ['with half of one', { update_id: 7.5 }],
    ['before the first', { update_id: -1 }],
    ['past what can be told apart', { update_id: Number.MAX_SAFE_INTEGER + 1 }],
    ['endless', { update_id: Infinity }],
  ])('is no update: %s', (_name, body) => {
    expect(isUpdate(body)).toBe(false);
  });

  it.each([[{}], [null], [undefined], ['x'], [7], [true], [{ length: 1, 0: { update_id: 7 } }]])(
    'is no list, and counts as one that is none: %j',
    (result) => {
      expect(parseUpdates(result)).toEqual({ updates: [], odd: 1 });
    },
  );

  it('keeps what is an update, in its order, and counts the rest', () => {
    const [one, two] = [{ update_id: 7 }, { update_id: 8 }];
    expect(parseUpdates([one, null, {}, two, 5])).toEqual({ updates: [one, two], odd: 3 });
    expect(parseUpdates([])).toEqual({ updates: [], odd: 0 });
  });
});
