import { sweepDialogues } from './dialogues.js';
import type { JobParts } from './job.js';
import { purgeDialogues, purgeInbox, purgeLimits, purgeOutbox } from './purge.js';
import { askPortalAgain, expireChallenges } from './recoveries.js';

/** One thing that is done again and again. Run twice at once, it does no more than once. */
export interface Job {
  /** With seconds, in Tehran's time. */
  when: string;
  name: string;
  /** Returns how many rows it touched. */
  what(parts: JobParts): Promise<number>;
}

/** What the leader does, and when. */
export const timetable: readonly Job[] = [
  { when: '*/15 * * * * *', name: 'expire-challenges', what: expireChallenges },
  { when: '*/20 * * * * *', name: 'end-dialogues', what: sweepDialogues },
  { when: '*/10 * * * * *', name: 'ask-portal-again', what: askPortalAgain },
  { when: '0 17 * * * *', name: 'purge-inbox', what: purgeInbox },
  { when: '0 27 * * * *', name: 'purge-outbox', what: purgeOutbox },
  { when: '0 37 * * * *', name: 'purge-limits', what: purgeLimits },
  { when: '0 47 * * * *', name: 'purge-dialogues', what: purgeDialogues },
];
