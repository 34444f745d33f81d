import { restoredUnsentId } from '../../chats/unsent.js';
import { startOfDay } from '../../calendar/tehran.js';
import { askWhole, question } from '../../commands/list-questions.js';
import type { StaffContext } from '../../commands/staff-command.js';
import type { Change } from '../../import/changes.js';
import type { ChangeCounts } from '../../import/columns/column.js';
import type { Found } from '../../import/findings.js';
import { judgedRows, type ImportRun } from '../../import/runs.js';
import { shownSheet } from '../../import/sheet-name.js';
import { mayBeWhole } from '../../import/two-persons.js';
import type { ImportTask } from '../../import/tasks.js';
import type { ListResult, StaffEvent } from '../../staff/events.js';
import type { Button } from '../../chat/keyboards.js';
import type { Paragraph, Message } from '../../chat/reply.js';
import { fileLines, noticeLines } from './list-file.js';

/** Tells how far the work on a list has come, in the one message about it; and what came of it, in a message of its own. */
export async function renderListProgress(
  context: StaffContext,
  { taskId, result }: StaffEvent & { kind: 'staff-list' },
): Promise<void> {
  const { lists } = context.staff;
  const task = await lists.tasks.find(taskId);
  if (!task) return;
  const run = task.runId === null ? null : await lists.runs.find(task.runId);
  if (!result && task.state !== 'working') return;
  await tellProgress(context, task, result ? overOf(task, run) : underWay(task, run));
  if (result) await tellResult(context, task, run, result);
}

async function tellProgress(
  { scope, staff }: StaffContext,
  task: ImportTask,
  message: Message,
): Promise<void> {
  if (task.toldIn !== null) return scope.replies.edit(restoredUnsentId(task.toldIn), message);
  if (task.state === 'working') await staff.lists.tasks.noteTold(task, await scope.replies.ask(message));
}

function underWay({ deed }: ImportTask, run: ImportRun | null): Message {
  if (!run) return 'list-fetching';
  const { reference, readTo, appliedTo, undoneTo, percentRead } = run;
  if (deed === 'read') return { kind: 'list-reading', rows: judgedRows(run), percent: percentRead };
  if (deed === 'count') return { kind: 'list-counting', reference };
  const [done, all] = deed === 'apply' ? [appliedTo, readTo] : [undoneTo, appliedTo];
  return { kind: `list-${deed}`, reference, percent: all === 0 ? 0 : Math.floor((100 * done) / all) };
}

const overOf = ({ deed }: ImportTask, run: ImportRun | null): Message =>
  deed === 'read'
    ? { kind: 'list-read', rows: run ? judgedRows(run) : 0 }
    : { kind: `list-${deed}-over`, reference: run?.reference ?? '' };

async function tellResult(
  context: StaffContext,
  task: ImportTask,
  run: ImportRun | null,
  result: ListResult,
): Promise<void> {
  const { replies } = context.scope;
  if (result.kind === 'judged' && run) return tellJudged(context, run);
  if (result.kind === 'counted' && run) return askWhole(context, run);
  if (result.kind === 'useless')
    return replies.say(['list-useless', faultMessage(result.fault), 'list-send-again']);
  const reference = 'reference' in result ? result.reference : (run?.reference ?? '');
  const { overtaken = 0, kept = 0, newcomers = 0, changed = 0 } = run ?? {};
  const told = { reference, overtaken, kept, newcomers, changed, deed: task.deed };
  await replies.say({ ...told, kind: `list-over-${result.kind}` }, nextSteps(result, task, reference));
}

/** What may be done next about the list, each under a button of its own. */
function nextSteps({ kind }: ListResult, { deed }: ImportTask, reference: string): Button[] {
  const [again, back] = [`import-apply:${reference}`, `import-undo:${reference}`];
  if (kind === 'applied') return [back];
  if (kind === 'needs-approval') return [again];
  if (kind === 'half-applied') return [again, back];
  if (kind !== 'given-up' || deed === 'read') return [];
  return deed === 'apply' ? [again, back] : [back];
}

function faultMessage(fault: (ListResult & { kind: 'useless' })['fault']): Message | Paragraph {
  if (!('columns' in fault)) {
    const sheets = 'sheets' in fault ? (fault.sheets ?? []).map(shownSheet).join(' · ') : '';
    return { kind: fault.kind, line: 'line' in fault ? (fault.line ?? 0) : 0, sheets };
  }
  const columns = fault.columns.map((column): Message => ({ kind: `import-column-${column}` }));
  return { lines: [{ kind: fault.kind, columns: '' }, ...columns] };
}

const [fewFaults, fewChanges] = [5, 5];

/** What the list would do, where it is at fault, and whether it is to be applied. */
async function tellJudged(context: StaffContext, run: ImportRun): Promise<void> {
  const { scope, actor, staff } = context;
  const faults = await staff.lists.firstFaults(run, fewFaults);
  const changes = await staff.lists.firstChanges(run, fewChanges);
  const found = [...faultLines(faults), ...noticeLines(run)];
  await scope.replies.say([...summary(context, run), ...found, ...changeLines(changes)]);
  if (run.findings === 0) return askAbout(context, run);
  const order = { what: 'findings', runId: run.id, reference: run.reference, asks: true } as const;
  await staff.documents.request(actor, order, scope.replies.locale);
}

/** Asks whether the list is to be applied, now that the file of what was found in it has come before the question. */
export async function renderListQuestion(
  context: StaffContext,
  { runId }: StaffEvent & { kind: 'staff-list-question' },
): Promise<void> {
  const run = await context.staff.lists.runs.find(runId);
  if (run?.state === 'judged') await askAbout(context, run);
}

async function askAbout(context: StaffContext, run: ImportRun): Promise<void> {
  const { messages, buttons } = await question(context, run);
  const isNothingTaken = run.faulty > 0 && run.faulty === judgedRows(run);
  const nothing = isNothingTaken ? 'list-nothing-taken' : 'list-changes-nothing';
  const { replies } = context.scope;
  await replies.say(messages.length > 0 ? messages : nothing, buttons);
  if (!mayBeWhole(run)) return;
  const { reference } = run;
  await replies.say({ kind: 'list-is-whole', reference }, [[`whole-list:${reference}`]]);
}

function summary(context: StaffContext, run: ImportRun): (Message | Paragraph)[] {
  const { reference, newcomers, changed, unchanged, faulty, contradicted } = run;
  const parts = changeParts.filter((part) => run[part] > 0);
  return [
    { kind: 'list-judged', reference },
    {
      lines: [
        ...fileLines(run),
        { kind: 'list-counts', newcomers, changed, unchanged, faulty },
        ...parts.map((part) => ({ kind: `list-part-${part}`, count: run[part] })),
      ],
    },
    ...(run.mobiles > 0 ? [noticesOf(context, run)] : []),
    ...(contradicted > 0 ? [{ kind: 'list-contradicts', contradicted }] : []),
  ];
}

/** How many are told by SMS, and how long that takes at its pace. */
function noticesOf({ staff }: StaffContext, { mobiles: sms }: ImportRun): Message {
  return { kind: 'list-notices', sms, hours: Math.ceil(sms / staff.lists.noticesPerHour) };
}

/** What changes of how many, a line each; those first that one person may not change alone. */
const changeParts = [
  'mobiles',
  'firstMobiles',
  'nationalIds',
  'givenBack',
  'movedPeriods',
  'periods',
  'names',
] as const satisfies (keyof ChangeCounts)[];

function faultLines(faults: readonly Found[]): Paragraph[] {
  const lines = faults.map(({ line, column, reason, firstLine }) => ({
    kind: 'list-fault',
    line,
    column: { kind: `import-column-${column}` },
    problem: { kind: reason, ...(firstLine === undefined ? {} : { firstLine }) },
  }));
  return faults.length > 0 ? [{ lines: ['list-first-faults', ...lines] }] : [];
}

function changeLines(changes: readonly Change[]): Paragraph[] {
  return changes.length > 0 ? [{ lines: ['list-first-changes', ...changes.map(changeLine)] }] : [];
}

function changeLine({ line, insuredCode, column, before, after, stays }: Change): Message {
  const about = { line, insuredCode, column: { kind: `import-column-${column}` } };
  if (column === 'cover-from' || column === 'cover-to') {
    const afterAt = startOfDay(after).getTime();
    if (before === null) return { kind: 'list-change-first-day', ...about, afterAt };
    return { kind: 'list-change-day', ...about, beforeAt: startOfDay(before).getTime(), afterAt };
  }
  if (before === null) return { kind: 'list-change-first', ...about, after };
  return { kind: stays ? 'list-change-stays' : 'list-change', ...about, before, after };
}
