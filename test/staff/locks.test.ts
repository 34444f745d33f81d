import { describe, expect, it } from 'vitest';
import { minute } from '../support/hand-clock.js';
import { harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();

describe('what locks and blocks mean', () => {
  it('an operator lifts a second lock, but not what staff or the member closed', async () => {
    const mina = harness().colleague('operator');
    await harness().befalls('behrouz', { locks: 2, boundLocks: 2 });
    for (const [before, after] of [
      ['staff-block', 'staff-block'],
      ['not-me', 'not-me'],
    ] as const) {
      await harness().befalls('behrouz', { closedFor: before });
      await mina.says('/unlock 310002');
      await mina.press('button-staff-yes');
      const { closedFor, locks, boundLocks } = await harness().member('behrouz');
      expect({ closedFor, locks, boundLocks }).toEqual({ closedFor: after, locks: 0, boundLocks: 0 });
    }
  });

  it('a block ends what is open, and the member is told where they stand', async () => {
    const behrouz = harness().visitor('behrouz');
    await behrouz.says('/reset', '310002', '0020000022');
    const code = await harness().code();
    const shahin = harness().colleague('supervisor');
    await shahin.says('/block 310002');
    await shahin.press('button-staff-yes');
    expect(await behrouz.says(code)).toEqual(['challenge-over']);
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('locked-until-staff');
    await shahin.says('/unblock 310002');
    await shahin.press('button-staff-yes');
    harness().clock.pass(minute);
    expect(await behrouz.says('/cancel', '/reset', '310002', '0020000022')).toContain('code-sent');
  });

  it('an unlock lets somebody in who had typed too many wrong pairs', async () => {
    const behrouz = harness().visitor('behrouz');
    for (let wrong = 0; wrong < 10; wrong += 1) {
      await harness()
        .guest(900 + wrong)
        .says('/reset', '310002', '0010000011');
    }
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('code-perhaps-sent');
    const mina = harness().colleague('operator');
    await mina.says('/unlock 310002');
    await mina.press('button-staff-yes');
    expect(await behrouz.says('/cancel', '/reset', '310002', '0020000022')).toContain('code-sent');
  });
});
