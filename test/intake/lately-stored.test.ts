import { describe, expect, it } from 'vitest';
import { makeLatelyStored } from '../../src/intake/lately-stored.js';
import { day, handClock, minute } from '../support/hand-clock.js';

const arrival = (id: string, chatKey = 'sara') => ({ source: 'telegram:1', id, chatKey });

describe('what was stored a little while ago', () => {
  const open = () => {
    const clock = handClock();
    return { clock, lately: makeLatelyStored(clock) };
  };

  it('makes known what follows on it in the same chat, and nothing else', () => {
    const { lately } = open();
    expect(lately.knows([arrival('2')])).toBeNull();
    lately.note([arrival('2')]);
    expect(lately.knows([arrival('3')])).toEqual({ ids: new Set(), chats: new Set(['sara']) });
    expect(lately.knows([arrival('3'), arrival('4', 'behrouz')])).toBeNull();
    expect(lately.knows([arrival('2')])).toBeNull();
    expect(lately.knows([arrival('1')])).toBeNull();
    expect(lately.knows([{ ...arrival('3'), source: 'bale:1' }])).toBeNull();
  });

  it('is forgotten before the row of a chat could be gone', () => {
    const { clock, lately } = open();
    lately.note([arrival('2')]);
    clock.pass(10 * minute - 1);
    expect(lately.knows([arrival('3')])).not.toBeNull();
    clock.pass(1);
    expect(lately.knows([arrival('3')])).toBeNull();
  });

  it('gives way to lower numbers when a messenger begins them anew', () => {
    const { clock, lately } = open();
    lately.note([arrival('900')]);
    lately.note([arrival('1')]);
    expect(lately.knows([arrival('2')])).toBeNull();
    clock.pass(day);
    lately.note([arrival('2')]);
    expect(lately.knows([arrival('3')])).not.toBeNull();
  });
});
