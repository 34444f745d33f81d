import type { Message } from '../chat/reply.js';
import type { ImportRun } from '../import/runs.js';
import type { Lists } from '../staff/lists.js';
import type { StaffContext } from './staff-command.js';

const fewRuns = 8;

/** What became of the lists that came lately. */
export async function importStatus({ scope, staff }: StaffContext): Promise<void> {
  const runs = await staff.lists.runs.latest(fewRuns);
  const lines: Message[] = [];
  for (const run of runs) lines.push(await lineOf(staff.lists, run));
  await scope.replies.say(lines.length > 0 ? ['lists-lately', ...lines, 'lists-what-next'] : 'lists-none');
}

async function lineOf(lists: Lists, run: ImportRun): Promise<Message> {
  const { reference, state, newcomers, changed, unchanged, faulty, mobiles, createdAt } = run;
  const name = await lists.beganBy(run);
  return {
    kind: 'list-line',
    reference,
    state,
    newcomers,
    changed,
    unchanged,
    faulty,
    mobiles,
    at: createdAt.getTime(),
    who: name === null ? { kind: 'who-operator' } : { kind: 'who-staff', name },
  };
}
