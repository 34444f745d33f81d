import type { Message } from '../chat/reply.js';
import type { TrailLine } from '../staff/trail.js';

/** The trail as lines to be read: when, what, by whom. */
export const trailLines = (trail: readonly TrailLine[]): Message[] =>
  trail.map(({ at, reason, who }) => ({ kind: 'trail-line', at, what: { kind: `event-${reason}` }, who }));
