import type { InboxEntry } from '../../entities/inbox-entry.js';

/** The waits before a failed entry is tried again; after the last it is parked, so that the chat goes on without it. */
export const retryAfterMs: readonly number[] = [1_000, 5_000, 25_000];

const longestMs = Math.max(...retryAfterMs);

/** Nothing is put off any longer than until then: what seems to be was written by a clock that was set back since. */
export const putOffAtMost = (now: Date): Date => new Date(now.getTime() + longestMs);

/** Is it to wait still? */
export const isPutOff = ({ dueAt }: Pick<InboxEntry, 'dueAt'>, now: Date): boolean =>
  dueAt > now && dueAt <= putOffAtMost(now);
