import { expect, it } from 'vitest';
import type { Limits } from '../../src/limits/limits.js';
import { purgeLimits } from '../../src/limits/purge.js';
import { onBothDatabases } from '../support/both-databases.js';
import { day, minute } from '../support/hand-clock.js';
import { askedLimits, limit, wide } from './asked-limits.js';

onBothDatabases('a limit', (harness) => {
  const { ask, take, counted, inStore, now } = askedLimits(harness);
  const stands = () =>
    ask(async (limits) => {
      await limits.lockForUpdate([limit]);
      return (await limits.peek([limit]))[0];
    });

  it('allows so many, and says until when there is no more', async () => {
    const until = now() + limit.windowMs;
    for (let taken = 0; taken < 3; taken += 1) {
      expect(await stands()).toEqual({ ok: true });
      expect(await take()).toEqual({ ok: true });
      harness().clock.pass(minute);
    }
    expect(await stands()).toEqual({ ok: false, until });
    expect(await take()).toEqual({ ok: false, until });
  });

  it('begins anew when the window is over that the first one opened', async () => {
    for (let taken = 0; taken < 4; taken += 1) await take();
    harness().clock.pass(limit.windowMs - 1);
    expect((await take()).ok).toBe(false);
    harness().clock.pass(1);
    for (let taken = 0; taken < 3; taken += 1) expect((await take()).ok).toBe(true);
    expect(await take()).toEqual({ ok: false, until: now() + limit.windowMs });
  });

  it('counts right when fifty come at once', async () => {
    const taken = await Promise.all(Array.from({ length: 50 }, take));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it('takes back what was counted, but not out of a later window', async () => {
    const takenAt = harness().clock.now();
    const giveBack = () => ask((limits) => limits.giveBack(limit, takenAt));
    for (let taken = 0; taken < 3; taken += 1) await take();
    await giveBack();
    expect((await take()).ok).toBe(true);
    expect((await take()).ok).toBe(false);
    harness().clock.pass(limit.windowMs);
    for (let taken = 0; taken < 3; taken += 1) await take();
    await giveBack();
    expect((await take()).ok).toBe(false);
  });

  it('never owes anything: what is taken back twice does not make room for more', async () => {
    const takenAt = harness().clock.now();
    await take();
    for (let back = 0; back < 5; back += 1) await ask((limits) => limits.giveBack(limit, takenAt));
    for (let taken = 0; taken < 3; taken += 1) expect((await take()).ok).toBe(true);
    expect((await take()).ok).toBe(false);
  });

  it('ends within its length, although the clock was a year ahead when it was used up', async () => {
    const asked = { take, stands, running: async () => (await ask(runs)).length === 0 };
    const runs = (limits: Limits) => limits.running('test:', limit.windowMs);
    for (const how of Object.values(asked)) {
      harness().clock.pass(365 * day);
      for (let taken = 0; taken < 3; taken += 1) await take();
      harness().clock.pass(-365 * day);
      await how();
      const until = now() + limit.windowMs;
      harness().clock.pass(limit.windowMs - 1);
      expect(await stands()).toEqual({ ok: false, until });
      harness().clock.pass(1);
      expect(await stands()).toEqual({ ok: true });
      await ask((limits) => limits.clear(limit.key));
    }
  });

  it('counts on within its length, although the clock was a year ahead at the first', async () => {
    harness().clock.pass(365 * day);
    await take();
    harness().clock.pass(-365 * day);
    await take();
    harness().clock.pass(limit.windowMs);
    for (let taken = 0; taken < 3; taken += 1) expect(await take()).toEqual({ ok: true });
  });

  it('keeps a longer wait that it may have been given', async () => {
    const short = { ...limit, most: 1, windowMs: minute, longestMs: 10 * minute };
    await ask((limits) => limits.take({ ...limit, most: 1 }));
    const until = now() + 10 * minute;
    expect(await ask((limits) => limits.take(short))).toEqual({ ok: false, until });
  });

  it('can be cleared', async () => {
    for (let taken = 0; taken < 4; taken += 1) await take();
    await ask((limits) => limits.clear(limit.key));
    expect((await take()).ok).toBe(true);
  });

  it('says how much is counted in the window that runs, and nothing of one that is over', async () => {
    expect(await counted(limit.key)).toBe(0);
    for (let taken = 0; taken < 2; taken += 1) await take();
    harness().clock.pass(limit.windowMs - 1);
    expect(await counted(limit.key)).toBe(2);
    harness().clock.pass(1);
    expect(await counted(limit.key)).toBe(0);
  });

  it('says how much it has forgotten', async () => {
    const clear = () => ask((limits) => limits.clear(limit.key));
    for (let taken = 0; taken < 2; taken += 1) await take();
    expect([await clear(), await clear()]).toEqual([2, 0]);
    await take();
    await ask((limits) => limits.forget(limit.key));
    expect(await counted(limit.key)).toBe(0);
  });

  it('names the keys that begin so and whose window runs, in order', async () => {
    const keys = ['test:c', 'test:a', 'other:a', 'test:b'];
    for (const key of keys) await ask((limits) => limits.take({ ...limit, key }));
    await ask((limits) => limits.take({ ...limit, key: 'test:over', windowMs: minute }));
    harness().clock.pass(minute);
    const running = await ask((limits) => limits.running('test:', limit.windowMs));
    expect(running).toEqual(['test:a', 'test:b', 'test:c']);
  });

  it('takes nothing out of a window that was over at that moment', async () => {
    await take();
    const ends = now() + limit.windowMs;
    await inStore((counters) => counters.lower(limit.key, ends, limit.windowMs));
    expect(await counted(limit.key)).toBe(1);
    await inStore((counters) => counters.lower(limit.key, ends - 1, limit.windowMs));
    expect(await counted(limit.key)).toBe(0);
  });

  it('is swept away once its window is over, and not before', async () => {
    await take();
    await ask((limits) => limits.take({ ...wide, windowMs: minute }));
    const purge = () => harness().db.inTransaction((tx) => purgeLimits(tx, harness().clock.now()));
    expect(await purge()).toBe(0);
    harness().clock.pass(minute + 1);
    expect([await purge(), await purge()]).toEqual([1, 0]);
    expect(await counted(limit.key)).toBe(1);
  });
});
