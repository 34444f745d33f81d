import type { Message } from '../chat/reply.js';
import type { TrailLine } from '../staff/trail.js';

/** The trail as lines to be read: when, what, by whom. */
export const trailLines = (trail: readonly TrailLine[]): Message[] =>
  trail.map(({ at, reason, who, detail }) => {
    const { platform, mark } = detail;
    const line = { at, what: { kind: `event-${reason}` }, who };
    // Whoever wrote from a chat has its name already.
    const named = typeof mark === 'string' && who.kind !== 'who-chat';
    return named ? { ...line, kind: 'trail-line-of-chat', platform, mark } : { ...line, kind: 'trail-line' };
  });
