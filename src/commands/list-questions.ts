import type { Button } from '../chat/keyboards.js';
import type { Message } from '../chat/reply.js';
import type { ImportRun } from '../import/runs.js';
import { mayBeWhole } from '../import/two-persons.js';
import type { ListAction } from '../staff/action.js';
import type { StaffContext } from './staff-command.js';
import { propose } from './staff-say.js';

/** Asks whether a list is to be applied, or gone on with where that broke off. */
export async function askToApply(context: StaffContext, run: ImportRun): Promise<void> {
  const { scope, actor, staff } = context;
  const { reference } = run;
  if (!['judged', 'applying'].includes(run.state) || (await staff.lists.tasks.inHand(run.id)))
    return scope.replies.say({ kind: 'list-not-to-be-applied', reference });
  if (run.startedBy !== `staff:${actor.personId}`)
    return scope.replies.say({ kind: 'list-of-another', reference });
  const { messages, buttons } = await question(context, run);
  await scope.replies.say(messages.length > 0 ? messages : 'list-changes-nothing', buttons);
}

/** The question about a list as it stands; none where it changes nothing. Each button works once. */
export async function question(
  { actor, staff }: StaffContext,
  run: ImportRun,
): Promise<{ messages: Message[]; buttons: (readonly Button[])[] }> {
  const { plain, over } = staff.lists.applying(run, actor);
  const [messages, buttons]: [Message[], Button[][]] = [[], []];
  let no: Button | null = null;
  const put = async (action: ListAction, yes: string): Promise<void> => {
    const proposed = await staff.actions.propose(actor, action);
    if (proposed.kind !== 'question') return;
    const { token, twoPersons } = proposed;
    messages.push({ ...action, kind: `ask-${action.kind}` });
    if (yes === 'staff-yes' || buttons.length === 0)
      messages.push(twoPersons ? 'ask-needs-two' : 'ask-are-you-sure');
    buttons.push([`${yes}:${token}`]);
    no ??= `staff-no:${token}`;
  };
  if (plain) await put(plain, 'staff-yes');
  if (over) await put(over, 'import-replace');
  return { messages, buttons: no ? [...buttons, [no]] : [] };
}

/** Asks whether what a list did is to be taken back. */
export async function askToUndo(context: StaffContext, run: ImportRun): Promise<void> {
  const { scope, actor, staff } = context;
  const may =
    ['applying', 'done', 'undoing'].includes(run.state) && !(await staff.lists.tasks.inHand(run.id));
  if (!may) return scope.replies.say({ kind: 'list-not-to-be-undone', reference: run.reference });
  await propose(context, staff.lists.undoing(run, actor));
}

/** Has it counted who is known and not in the list; the answer comes by itself. */
export async function askForAbsent({ scope, actor, staff }: StaffContext, run: ImportRun): Promise<void> {
  const { id, reference } = run;
  const own = run.startedBy === `staff:${actor.personId}`;
  if (!own || !mayBeWhole(run) || !(await staff.lists.order('count', id, actor)))
    return scope.replies.say({ kind: 'list-not-to-be-counted', reference });
  return scope.replies.say({ kind: 'list-counting', reference });
}

/** Asks whether a list is to be applied as the list of everybody. */
export async function askWhole(context: StaffContext, run: ImportRun): Promise<void> {
  await propose(context, context.staff.lists.whole(run, context.actor));
}
