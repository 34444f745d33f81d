import type { Button } from '../chat/keyboards.js';
import type { Saying } from '../chat/reply.js';
import type { ImportRun } from '../import/runs.js';
import type { ListAct } from '../staff/action.js';
import type { Shift } from './staff-command.js';
import { propose } from './staff-say.js';

/** Asks whether a list is to be applied, or gone on with where that broke off. */
export async function askToApply(shift: Shift, run: ImportRun): Promise<void> {
  const { house, by, staff } = shift;
  const { reference } = run;
  if (!['judged', 'applying'].includes(run.state) || (await staff.lists.tasks.inHand(run.id)))
    return house.voice.say({ kind: 'list-not-to-be-applied', reference });
  if (run.startedBy !== `staff:${by.personId}`)
    return house.voice.say({ kind: 'list-of-another', reference });
  const { sayings, buttons } = await question(shift, run);
  await house.voice.say(sayings.length > 0 ? sayings : 'list-changes-nothing', buttons);
}

/** The question about a list as it stands; none where it changes nothing. Each button works once. */
export async function question(
  { by, staff }: Shift,
  run: ImportRun,
): Promise<{ sayings: Saying[]; buttons: (readonly Button[])[] }> {
  const { plain, over } = staff.lists.applying(run, by);
  const [sayings, buttons]: [Saying[], Button[][]] = [[], []];
  let no: Button | null = null;
  const put = async (act: ListAct, yes: string): Promise<void> => {
    const proposed = await staff.acts.propose(by, act);
    if (proposed.kind !== 'question') return;
    const { token, twoPersons } = proposed;
    sayings.push({ ...act, kind: `ask-${act.kind}` });
    if (yes === 'staff-yes' || buttons.length === 0)
      sayings.push(twoPersons ? 'ask-needs-two' : 'ask-are-you-sure');
    buttons.push([`${yes}:${token}`]);
    no ??= `staff-no:${token}`;
  };
  if (plain) await put(plain, 'staff-yes');
  if (over) await put(over, 'import-replace');
  return { sayings, buttons: no ? [...buttons, [no]] : [] };
}

/** Asks whether what a list did is to be taken back. */
export async function askToUndo(shift: Shift, run: ImportRun): Promise<void> {
  const { house, by, staff } = shift;
  const may =
    ['applying', 'done', 'undoing'].includes(run.state) && !(await staff.lists.tasks.inHand(run.id));
  if (!may) return house.voice.say({ kind: 'list-not-to-be-undone', reference: run.reference });
  await propose(shift, staff.lists.undoing(run, by));
}
