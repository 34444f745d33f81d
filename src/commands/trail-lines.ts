import type { Message } from '../chat/reply.js';
import type { TrailLine } from '../staff/trail.js';

/** The trail of one member as lines to be read: when, what, by whom. */
export const trailLines = (trail: readonly TrailLine[]): Message[] => trail.map(lineOf);

/** The trail of everybody: the same, and whose or under which reference. */
export const wholeTrailLines = (trail: readonly TrailLine[]): Message[] =>
  trail.map((line) => {
    const { insuredCode, reference } = line;
    if (insuredCode !== null) return { ...lineOf(line), kind: 'trail-line-of-member', insuredCode };
    return reference === null
      ? lineOf(line)
      : { ...lineOf(line), kind: 'trail-line-of-reference', reference };
  });

function lineOf({ at, reason, who, detail }: TrailLine) {
  const { platform, mark } = detail;
  const line = { at, what: { kind: `event-${reason}` }, who };
  // Whoever wrote from a chat has its name already.
  const named = typeof mark === 'string' && who.kind !== 'who-chat';
  return named ? { ...line, kind: 'trail-line-of-chat', platform, mark } : { ...line, kind: 'trail-line' };
}
