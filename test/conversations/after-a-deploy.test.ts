import { describe, expect, it } from 'vitest';
import { minute } from '../support/hand-clock.js';
import { halfWay } from './half-way.js';

const { behrouz, harness } = halfWay();

describe('after a deploy that changed the dialogue', () => {
  it('an open code is gone on with', async () => {
    await behrouz().says('0020000022');
    harness().deploy();
    expect(await behrouz().says(await harness().code())).toEqual([
      'dialogue-taken-up',
      'ask-code',
      'code-right',
    ]);
  });

  it('a new code is to be had from there, by beginning again', async () => {
    await behrouz().says('0020000022');
    harness().deploy();
    expect(await behrouz().says('/help')).toEqual(['dialogue-taken-up', 'ask-code', 'help', 'ask-code']);
    harness().clock.pass(5 * minute);
    expect(await behrouz().says(await harness().code())).toEqual(['code-expired', 'ask-new-code']);
    expect(await behrouz().press('button-new-code')).toEqual(['ask-insured-code']);
  });

  it('an answer of the portal finds the dialogue begun again, not lost', async () => {
    harness().portal.account = null;
    await behrouz().says('0020000022');
    harness().deploy();
    harness().portal.account = 'changed';
    await harness().settleDown();
    expect(behrouz().screen.news()).toEqual(['dialogue-outdated', 'ask-insured-code']);
  });

  it('a command is answered as if there had been no dialogue', async () => {
    harness().deploy();
    expect(await behrouz().says('/cancel')).toEqual(['nothing-to-cancel']);
  });

  it('an earlier step begins again, with one sentence', async () => {
    harness().deploy();
    expect(await behrouz().says('0020000022')).toEqual(['dialogue-outdated', 'ask-insured-code']);
    expect(await behrouz().says('310002', '0020000022')).toContain('code-sent');
  });
});
