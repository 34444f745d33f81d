import { expect, it } from 'vitest';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { askedLimits } from './asked-limits.js';

const ladder = { key: 'test:ladder', free: 2, waitsMs: [minute, 5 * minute] };

onBothDatabases('a limit', (harness) => {
  const { ask, now } = askedLimits(harness);

  it('on a ladder lets the first ones go and then costs growing waits, the last of which repeats', async () => {
    const climb = () => ask((limits) => limits.countStep(ladder));
    const status = async () => (await ask((limits) => limits.peek([ladder])))[0];
    await climb();
    expect(await status()).toEqual({ ok: true });
    for (const wait of [minute, 5 * minute, 5 * minute]) {
      await climb();
      expect(await status()).toEqual({ ok: false, until: now() + wait });
      harness().clock.pass(wait);
      expect(await status()).toEqual({ ok: true });
    }
    harness().clock.pass(day);
    await climb();
    expect(await status()).toEqual({ ok: true });
  });

  it('on a ladder ends with its wait, although the clock was a year ahead', async () => {
    harness().clock.pass(365 * day);
    for (let climbed = 0; climbed < 3; climbed += 1) await ask((limits) => limits.countStep(ladder));
    harness().clock.pass(-365 * day);
    const until = now() + 5 * minute;
    expect((await ask((limits) => limits.peek([ladder])))[0]).toEqual({ ok: false, until });
    harness().clock.pass(5 * minute);
    expect((await ask((limits) => limits.peek([ladder])))[0]).toEqual({ ok: true });
  });

  it('on a ladder that nobody has climbed says to go on', async () => {
    expect(await ask((limits) => limits.peek([ladder]))).toEqual([{ ok: true }]);
  });
});
