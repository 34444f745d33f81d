import { beforeEach, describe, expect, it } from 'vitest';
import { halfWay } from './half-way.js';
import { codeIsSent } from './screen.js';

const { behrouz, harness } = halfWay();

describe('while the portal is asked', () => {
  beforeEach(async () => {
    harness().portal.account = null;
    await behrouz().says('0020000022');
  });

  it('impatience is answered, and the answer goes on by itself', async () => {
    expect(await behrouz().says('?')).toEqual(['still-checking']);
    expect(await behrouz().says('/help')).toEqual(['help', 'asking-portal']);
    harness().portal.account = 'changed';
    behrouz().screen.news();
    await harness().settleDown();
    expect(behrouz().screen.news()).toEqual(codeIsSent);
  });

  it('a late answer to a cancelled dialogue is nobody’s', async () => {
    await behrouz().says('/cancel');
    harness().portal.account = 'changed';
    await harness().settleDown();
    expect(behrouz().screen.news()).toEqual([]);
    expect(await harness().heart.jobs('sms-code')).toEqual([]);
  });
});
