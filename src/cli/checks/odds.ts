import { oddsOf } from '../../reset/odds.js';
import type { Policy } from '../../reset/policy.js';
import { ok, type CheckResult } from '../finding.js';

/** Where what is asked elsewhere is answered otherwise here, by the names of docs/security.md. */
export const deviations: readonly string[] = [
  'five digits',
  'initial password',
  'typed first mobile',
  'state shown after a match',
  'code life of five minutes',
  'export by one person',
];

/** What whoever answers for it has agreed to by these settings. */
export function lookAtOdds(policy: Policy): CheckResult[] {
  const { lock, year, dayOverAll } = oddsOf(policy);
  return [
    ok(
      'odds',
      `of guessing a code: ${lock.toExponential(1)} before a lock, ${year.toExponential(1)} a year about one member, ` +
        `${dayOverAll.toExponential(1)} takeovers a day over all, at the worst`,
    ),
    ok('deviations', `${deviations.join(', ')} (docs/security.md says what is done instead)`),
  ];
}
