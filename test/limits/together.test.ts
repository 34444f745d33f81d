import { expect, it } from 'vitest';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { askedLimits, limit, wide } from './asked-limits.js';

onBothDatabases('a limit', (harness) => {
  const { ask, takeBoth, counted, inStore, now } = askedLimits(harness);

  it('counts together with others for all of them, or for none where one is reached', async () => {
    for (let taken = 1; taken <= 3; taken += 1)
      expect(await takeBoth()).toEqual({ ok: true, counts: [taken, taken] });
    const until = now() + limit.windowMs;
    expect(await takeBoth()).toEqual({ ok: false, until, at: 1 });
    expect([await counted(wide.key), await counted(limit.key)]).toEqual([3, 3]);
    harness().clock.pass(limit.windowMs);
    expect(await takeBoth()).toEqual({ ok: true, counts: [4, 1] });
    expect([await counted(wide.key), await counted(limit.key)]).toEqual([4, 1]);
  });

  it('counts for all of them, reached or not, where somebody has looked before', async () => {
    const countBoth = () => ask((limits) => limits.countAll([wide, limit]));
    for (let taken = 0; taken < 4; taken += 1) await countBoth();
    expect([await counted(wide.key), await counted(limit.key)]).toEqual([4, 4]);
    harness().clock.pass(limit.windowMs);
    await countBoth();
    expect([await counted(wide.key), await counted(limit.key)]).toEqual([5, 1]);
  });

  it('counts right together with others when fifty come at once', async () => {
    const taken = await Promise.all(Array.from({ length: 50 }, takeBoth));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(3);
    expect([await counted(wide.key), await counted(limit.key)]).toEqual([3, 3]);
  });

  it('counts together with others within its length, although the clock was a year ahead at the first', async () => {
    harness().clock.pass(365 * day);
    await takeBoth();
    harness().clock.pass(-365 * day);
    for (let taken = 2; taken <= 3; taken += 1) await takeBoth();
    expect(await takeBoth()).toEqual({ ok: false, until: now() + limit.windowMs, at: 1 });
    harness().clock.pass(limit.windowMs);
    expect(await takeBoth()).toEqual({ ok: true, counts: [4, 1] });
    harness().clock.pass(wide.windowMs - limit.windowMs);
    expect(await takeBoth()).toEqual({ ok: true, counts: [1, 1] });
  });

  it('together with others says when the window ends that is used up, however late it is asked', async () => {
    for (let taken = 0; taken < 3; taken += 1) await takeBoth();
    const until = now() + limit.windowMs;
    harness().clock.pass(minute);
    expect(await takeBoth()).toEqual({ ok: false, until, at: 1 });
  });

  it('holds a row for each that is locked, also where nothing was counted', async () => {
    const keys = [limit.key, wide.key];
    await ask((limits) => limits.lockForUpdate([limit, wide]));
    const rows = await inStore((counters) => counters.readAll(keys));
    expect(keys.map((key) => rows.get(key)?.count)).toEqual([0, 0]);
  });
});
