import type { Day } from '../calendar/day.js';
import { dayInTehran } from '../calendar/tehran.js';
import type { Message, Paragraph } from '../chat/reply.js';
import type { TrailLine } from '../staff/trail.js';

/** The trail of one member as lines to be read, under the day of each: when, what, by whom. */
export const trailLines = (trail: readonly TrailLine[]): Paragraph[] => underDays(trail, lineOf);

/** The trail of everybody: the same, and whose or under which reference. */
export const wholeTrailLines = (trail: readonly TrailLine[]): Paragraph[] =>
  underDays(trail, (line) => {
    const { insuredCode, reference } = line;
    if (insuredCode !== null) return { ...lineOf(line), kind: 'trail-line-of-member', insuredCode };
    return reference === null
      ? lineOf(line)
      : { ...lineOf(line), kind: 'trail-line-of-reference', reference };
  });

/** A paragraph for each day, under its name. */
function underDays(trail: readonly TrailLine[], toMessage: (line: TrailLine) => Message): Paragraph[] {
  const days = new Map<Day, Message[]>();
  for (const line of trail) {
    const day = dayInTehran(new Date(line.at));
    const lines = days.get(day) ?? [{ kind: 'trail-day', at: line.at }];
    days.set(day, [...lines, toMessage(line)]);
  }
  return [...days.values()].map((lines) => ({ lines }));
}

function lineOf({ at, reason, who, detail }: TrailLine) {
  const { platform, mark } = detail;
  const line = { at, what: { kind: `event-${reason}` }, who };
  // Whoever wrote from a chat has its name already.
  const named = typeof mark === 'string' && who.kind !== 'who-chat';
  return named ? { ...line, kind: 'trail-line-of-chat', platform, mark } : { ...line, kind: 'trail-line' };
}
