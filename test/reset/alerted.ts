import type { Alerts, Trouble } from '../../src/alerts/alerts.js';
import type { ResetDeps } from '../../src/reset/deps.js';
import type { ResetHarness } from '../support/reset-harness.js';

/** Does something in one transaction, and says what staff were alerted of, each time as though it were the first. */
export async function alerted(
  harness: ResetHarness,
  work: (deps: ResetDeps) => Promise<unknown>,
): Promise<Trouble[]> {
  const raised: Trouble[] = [];
  const alerts: Pick<Alerts, 'raise'> = {
    raise: (trouble) => Promise.resolve(raised.push(trouble) > 0),
  };
  await harness.db.inTransaction((tx) =>
    work(Object.create(harness.services(tx).resetDeps, { alerts: { value: alerts } }) as ResetDeps),
  );
  return raised;
}
