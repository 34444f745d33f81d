import type { RecurringTask } from './schedule.js';

/** What every replica looks at, leading or not: without a leader there would be nobody to say so. */
export function makeReplicaChecks(): readonly RecurringTask[] {
  let oldest: number | null = null;
  return [
    {
      when: '40 * * * * *',
      name: 'watch-jobs',
      what: async (_tx, _now, { watch }) => {
        oldest = await watch.chaining(oldest);
        return 0;
      },
    },
  ];
}
