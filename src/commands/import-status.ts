import type { Saying } from '../chat/reply.js';
import type { ImportRun } from '../import/runs.js';
import type { Lists } from '../staff/lists.js';
import type { Shift } from './staff-command.js';

const fewRuns = 8;

/** What became of the lists that came lately. */
export async function importStatus({ house, staff }: Shift): Promise<void> {
  const runs = await staff.lists.runs.latest(fewRuns);
  const lines: Saying[] = [];
  for (const run of runs) lines.push(await lineOf(staff.lists, run));
  await house.voice.say(lines.length > 0 ? ['lists-lately', ...lines, 'lists-what-next'] : 'lists-none');
}

async function lineOf(lists: Lists, run: ImportRun): Promise<Saying> {
  const { reference, state, newcomers, changed, unchanged, faulty, mobiles, createdAt } = run;
  const name = await lists.beganBy(run);
  return {
    kind: 'list-line',
    ...{ reference, state, newcomers, changed, unchanged, faulty, mobiles, at: createdAt.getTime() },
    who: name === null ? { kind: 'who-operator' } : { kind: 'who-staff', name },
  };
}
