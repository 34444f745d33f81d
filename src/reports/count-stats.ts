import { refusalOf } from '../audit/vocabulary.js';
import { addDays, type Day } from '../calendar/day.js';
import { mergeSmallGroups } from './small-groups.js';
import { steps, type RefusalKind, type Counted } from './stats.js';
import type { DayCount } from './stats-store.js';

/** Reads one day, in a transaction of its own: a report on a year holds nobody up for longer than a day of it takes. */
export type ReadDay = (day: Day) => Promise<DayCount>;

/** The report on a span of days, both inclusive. */
export async function countStats(from: Day, to: Day, readDay: ReadDay): Promise<Counted> {
  const days: { day: Day; done: number }[] = [];
  const reached = { begun: 0, matched: 0, 'code-sent': 0, 'code-right': 0, done: 0 };
  let stillInitial = 0;
  let neededNone = 0;
  const sms = { sent: 0, arrived: 0, ended: 0, cost: null as number | null };
  const people = new Map<RefusalKind, Set<string>>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const count = await readDay(day);
    days.push({ day, done: count.reached.done });
    for (const step of steps) reached[step] += count.reached[step];
    stillInitial += count.stillInitial;
    neededNone += count.neededNone;
    sms.sent += count.sms.sent;
    sms.arrived += count.sms.arrived;
    sms.ended += count.sms.ended;
    if (count.sms.cost !== null) sms.cost = (sms.cost ?? 0) + count.sms.cost;
    meet(people, count);
  }
  const arrived = sms.ended > 0 ? { count: sms.arrived, of: sms.ended } : null;
  const groups = [...people].map(([kind, { size }]) => ({ kind, count: size }));
  return {
    from,
    to,
    days,
    reached,
    stillInitial,
    neededNone,
    sms: { sent: sms.sent, arrived, cost: sms.cost },
    refusals: mergeSmallGroups(groups, 'other'),
  };
}

/** What is told as a number of its own. */
const toldElsewhere = 'password-is-initial';

/** One who comes back every day is one person: five of them stand behind each number that is told. */
function meet(people: Map<RefusalKind, Set<string>>, { refused }: DayCount): void {
  for (const { event, who } of refused) {
    const kind = refusalOf.get(event);
    if (kind && kind !== toldElsewhere) people.set(kind, (people.get(kind) ?? new Set()).add(who));
  }
}
