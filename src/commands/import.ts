import type { ImportRun } from '../import/runs.js';
import { askFile } from './ask-file.js';
import { importStatus } from './import-status.js';
import { tellConsentCode } from './list-consent.js';
import { askToApply, askToUndo, askForAbsent } from './list-questions.js';
import type { StaffContext, StaffCommand } from './staff-command.js';
import { showUsage } from './staff-say.js';
import { firstWord } from './staff-words.js';
import { typedReference } from '../staff/typed-reference.js';

const usage = 'usage-import';

const formats = ['csv', 'xlsx'] as const;

/** The list of members: waits for it; or shows what became of lists, asks again about one, and takes one back. */
export const importCommand: StaffCommand = {
  name: 'import',
  description: 'staff-command-import',
  usage,
  usageOptional: true,
  least: 'supervisor',
  run: async (context, argument) => {
    const [word, rest] = firstWord(argument);
    const work = word === '' ? invite : works.get(word.toLowerCase());
    await (work ? work(context, rest) : showUsage(context, usage));
  },
};

/** The buttons that hand out an empty list. */
export const importTemplates: readonly StaffCommand[] = formats.map((format) => ({
  name: `import-${format}`,
  description: null,
  usage: null,
  least: 'supervisor',
  run: (context) => askFile(context, { what: 'template', format }),
}));

/** "This is everybody", under the list that was read: counts first who is not in it. */
export const wholeList: StaffCommand = {
  name: 'whole-list',
  description: null,
  usage: null,
  least: 'supervisor',
  run: onReference(askForAbsent),
};

/** The buttons about one list. */
export const importAgain: readonly StaffCommand[] = [
  againButton('import-apply', onReference(askToApply)),
  againButton('import-undo', onReference(askToUndo)),
];

function againButton(name: string, run: StaffCommand['run']): StaffCommand {
  return { name, description: null, usage: null, least: 'supervisor', run };
}

const works = new Map<string, (context: StaffContext, rest: string) => Promise<void>>([
  ['status', importStatus],
  ['apply', onReference(askToApply)],
  ['undo', onReference(askToUndo)],
  ['code', onReference(tellConsentCode)],
]);

async function invite({ scope, actor, staff }: StaffContext): Promise<void> {
  await staff.lists.tasks.invite(actor);
  await scope.replies.say(
    ['list-wanted', { lines: ['list-columns', 'list-columns-optional'] }, 'list-is-only-read'],
    [formats.map((format) => `import-${format}`)],
  );
}

function onReference(work: (context: StaffContext, run: ImportRun) => Promise<void>) {
  return async (context: StaffContext, typed: string): Promise<void> => {
    const reference = typedReference(typed);
    if (!reference) return showUsage(context, usage);
    const run = await context.staff.lists.runs.byReference(reference);
    return run ? work(context, run) : context.scope.replies.say({ kind: 'list-unknown', reference });
  };
}
