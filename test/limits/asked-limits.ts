import { makeLimits, type Limit, type Limits } from '../../src/limits/limits.js';
import { makeCounterStore, type CounterStore } from '../../src/limits/store.js';
import { minute } from '../support/hand-clock.js';
import type { ResetHarness } from '../support/reset-harness.js';

export const limit: Limit = { key: 'test:limit', most: 3, windowMs: 10 * minute };
export const wide: Limit = { key: 'test:wide', most: 5, windowMs: 20 * minute };

/** What a suite asks of its limits, each time in a transaction of its own. */
export function askedLimits(harness: () => ResetHarness) {
  const ask = <T>(work: (limits: Limits) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(makeLimits({ tx, clock: harness().clock })));
  const take = () => ask((limits) => limits.take(limit));
  const takeBoth = () => ask((limits) => limits.takeAll([wide, limit]));
  const counted = (key: string) => ask((limits) => limits.count(key));
  const inStore = <T>(work: (counters: CounterStore) => Promise<T>): Promise<T> =>
    harness().db.inTransaction((tx) => work(makeCounterStore(tx)));
  const now = () => harness().clock.now().getTime();
  return { ask, take, takeBoth, counted, inStore, now };
}
