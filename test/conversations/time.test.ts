import { describe, expect, it } from 'vitest';
import { minute } from '../support/hand-clock.js';
import { halfWay } from './half-way.js';

const { behrouz, harness } = halfWay();

describe('time', () => {
  it('ten idle minutes end it with a sentence, at the next message', async () => {
    harness().clock.pass(10 * minute);
    expect(await behrouz().says('0020000022')).toEqual(['dialogue-idle', 'nothing-is-asked']);
  });

  it('ten idle minutes end it with a sentence, by themselves, once', async () => {
    harness().clock.pass(10 * minute);
    expect(await behrouz().told({ kind: 'dialogue-idle' })).toEqual(['dialogue-idle']);
    expect(await behrouz().told({ kind: 'dialogue-idle' })).toEqual([]);
    expect(await behrouz().says('/reset')).toEqual(['ask-insured-code']);
  });

  it('what is answered after its end is taken out of the chat all the same', async () => {
    const before = behrouz().screen.erased().length;
    harness().clock.pass(10 * minute);
    const typed = [await behrouz().say('0020000022'), await behrouz().say('۰۹۱۲ ۰۰۰ ۰۰۰۲')];
    const card = await behrouz().shareContact({ phone_number: '09120000002' });
    await behrouz().says('حالا چه کنم؟');
    expect(behrouz().screen.erased().slice(before)).toEqual([...typed, card]);
  });

  it('a word in the last moment keeps it', async () => {
    harness().clock.pass(10 * minute - 1);
    await behrouz().says('/help');
    harness().clock.pass(1);
    expect(await behrouz().told({ kind: 'dialogue-idle' })).toEqual([]);
    expect(await behrouz().says('0020000022')).toContain('code-sent');
  });

  it('fifteen minutes end it, however busy', async () => {
    harness().clock.pass(9 * minute);
    await behrouz().says('/help');
    harness().clock.pass(6 * minute);
    expect(await behrouz().says('/reset')).toEqual(['dialogue-too-long', 'ask-insured-code']);
  });

  it('after an end by time a code is no answer any more, and whoever begins again gets another', async () => {
    await behrouz().says('0020000022');
    const late = await harness().code();
    harness().clock.pass(10 * minute);
    await behrouz().told({ kind: 'dialogue-idle' });
    expect(await behrouz().says(late)).toEqual(['nothing-is-asked']);
    expect(await behrouz().says('/reset', '310002', '0020000022')).toContain('code-sent');
    expect(await behrouz().says(late)).toEqual(['code-wrong']);
  });
});
