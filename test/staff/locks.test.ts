import { describe, expect, it } from 'vitest';
import { harnessForEachTest } from './staff-harness.js';

const harness = harnessForEachTest();

describe('what locks and blocks mean', () => {
  it('an operator lifts a second lock, but not what staff or the member closed', async () => {
    const mina = harness().colleague('operator');
    for (const [before, after] of [
      ['second-lock', null],
      ['staff-block', 'staff-block'],
      ['not-me', 'not-me'],
    ] as const) {
      await harness().befalls('behrouz', { closedFor: before });
      await mina.says('/unlock 310002');
      await mina.press('button-staff-yes');
      expect((await harness().member('behrouz')).closedFor).toBe(after);
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
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('code-sent');
  });

  it('an unlock lets somebody in who had typed too many wrong pairs', async () => {
    const behrouz = harness().visitor('behrouz');
    for (let wrong = 0; wrong < 10; wrong += 1) {
      await harness()
        .guest(900 + wrong)
        .says('/reset', '310002', '0010000011');
    }
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('too-many-pairs');
    const mina = harness().colleague('operator');
    await mina.says('/unlock 310002');
    await mina.press('button-staff-yes');
    expect(await behrouz.says('/reset', '310002', '0020000022')).toContain('code-sent');
  });
});
