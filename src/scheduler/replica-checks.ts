import type { Job } from './schedule.js';

/** What every replica looks at, leading or not: without a leader there would be nobody to say so. */
export function makeWatchtable(): readonly Job[] {
  let oldest: number | null = null;
  return [
    {
      when: '40 * * * * *',
      name: 'watch-jobs',
      what: async (_tx, _now, { watch }) => {
        oldest = await watch.sealing(oldest);
        return 0;
      },
    },
  ];
}
