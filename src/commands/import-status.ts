import type { Message, Paragraph } from '../chat/reply.js';
import type { ImportRun } from '../import/runs.js';
import type { Lists } from '../staff/lists.js';
import type { StaffContext } from './staff-command.js';

const fewRuns = 8;

/** What became of the lists that came lately. */
export async function importStatus({ scope, staff }: StaffContext): Promise<void> {
  const runs = await staff.lists.runs.latest(fewRuns);
  const lists: Paragraph[] = [];
  for (const run of runs) lists.push({ lines: [await lineOf(staff.lists, run), ...nextSteps(run)] });
  await scope.replies.say(lists.length > 0 ? ['lists-lately', ...lists] : 'lists-none');
}

/** Each a command that can be tapped whole. */
function nextSteps({ state, reference }: ImportRun): Message[] {
  const steps: Message[] = [];
  if (state === 'judged' || state === 'applying')
    steps.push({ kind: 'list-next-apply', command: `/import_apply_${reference}` });
  if (state === 'applying' || state === 'done' || state === 'undoing')
    steps.push({ kind: 'list-next-undo', command: `/import_undo_${reference}` });
  return steps;
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
