import { describe, expect, it } from 'vitest';
import { inShape, isUpdate, parseUpdates } from '../../src/intake/parse-updates.js';

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

describe('an update', () => {
  const [chat, from] = [
    { id: 5, type: 'private' },
    { id: 5, is_bot: false },
  ];
  const whole = {
    message_id: 1,
    ...{ date: 2, chat, from, text: 'x', caption: 'y', media_group_id: '3' },
    contact: { phone_number: '98912', user_id: 5, first_name: 'z' },
    document: { file_id: 'f', file_name: 'n', file_size: 6, thumbnail: null },
    reply_to_message: { text: 7 },
  };
  const shaped = (fields: object): unknown => inShape({ update_id: 7, ...fields });

  it.each(['message', 'edited_message'])('stays as it is where it is in shape: %s', (name) => {
    expect(shaped({ [name]: whole })).toEqual({ update_id: 7, [name]: whole });
  });

  it.each([
    ...['text', 'caption', 'media_group_id'].flatMap((name) =>
      [{ a: 1 }, 5, ['x'], null, true].map((odd) => ({ name, odd })),
    ),
    ...['message_id', 'date', 'edit_date'].map((name) => ({ name, odd: '1' })),
    ...['chat', 'from', 'contact', 'document'].flatMap((name) =>
      ['x', 5, [{}], null].map((odd) => ({ name, odd })),
    ),
  ])('is without a $name that is $odd', ({ name, odd }) => {
    const rest = Object.fromEntries(Object.entries(whole).filter(([field]) => field !== name));
    for (const of of ['message', 'edited_message'])
      expect(shaped({ [of]: { ...whole, [name]: odd } })).toEqual({ update_id: 7, [of]: rest });
  });

  it('is without what does not fit in a contact, a file or a press', () => {
    const contact = { phone_number: 98_912, user_id: '5', first_name: 'z' };
    const document = { file_id: 8, file_name: ['n'], file_size: '6' };
    expect(shaped({ message: { contact, document } })).toEqual({
      update_id: 7,
      message: { contact: { first_name: 'z' }, document: {} },
    });
    const press = { id: 9, data: { a: 1 }, from, message: 'x', chat_instance: '1' };
    expect(shaped({ callback_query: press })).toEqual({
      update_id: 7,
      callback_query: { from, chat_instance: '1' },
    });
    expect(shaped({ message: 'x', my_chat_member: 5 })).toEqual({ update_id: 7 });
  });

  it('keeps what we do not read, whatever its name', () => {
    const message = JSON.parse('{"constructor":5,"toString":"x","entities":"y","chat":{"id":"6"}}') as object;
    expect(shaped({ message })).toEqual({ update_id: 7, message });
  });
});
