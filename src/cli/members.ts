import { readImportConfig } from '../config/config.js';
import { migrate } from '../db/migrate.js';
import { makeTransactionRunner } from '../db/transaction-runner.js';
import type { ChangeCounts } from '../import/columns/column.js';
import { changesAfter } from '../import/changes.js';
import type { ImportRun } from '../import/runs.js';
import { needsApproval, undoNeedsTwo } from '../import/two-persons.js';
import { applyList, undoList } from '../handlers/import/run.js';
import { withDatabase } from './with-database.js';
import { misused, operator, type CliCommand } from './command.js';
import { tellFile, tellWorthALook } from './judged-list.js';
import { Interrupted, judgeFile, openMemberSession, type MemberSession } from './member-session.js';
import { writeTemplate } from './member-template.js';

export const members: CliCommand = {
  name: 'members',
  subcommands: ['import', 'apply', 'undo', 'template'],
  takesOperands: true,
  does: 'judges a list of members, applies it, or takes it back; writes an empty one',
  usage: [
    {
      words: 'import FILE',
      does: 'reads and judges a list (CSV or XLSX); changes nothing, says a reference',
    },
    { words: 'apply REFERENCE', does: 'applies it' },
    { words: 'undo REFERENCE', does: 'takes it back, within two weeks' },
    {
      words: 'apply|undo REFERENCE --approve CODE',
      does: 'where two have to agree: CODE is what a supervisor reads in the chat',
    },
    { words: 'template FILE.xlsx|FILE.csv', does: 'writes an empty list to be filled in' },
  ],
  run: async (shell, deed, operands) => {
    const [what, flag, code = ''] = operands;
    const approves = ['apply', 'undo'].includes(deed) && flag === '--approve' && code !== '';
    if (!what || operands.length !== (approves ? 3 : 1)) return misused;
    if (deed === 'template') return writeTemplate(shell, what);
    const config = readImportConfig(shell.env());
    return withDatabase(config.database, async (dataSource) => {
      await migrate(dataSource);
      const desk = openMemberSession(shell, config, makeTransactionRunner(dataSource));
      return work(desk, deed, what, approves ? code : null)
        .catch((error: unknown) => stoppedBy(desk, error, `ramzyar members ${deed} ${what}`))
        .finally(() => desk.watch.end());
    });
  },
};

/** As shells have it for what was stopped with Ctrl-C. */
const interruptedCode = 130;

function stoppedBy({ say, watch }: MemberSession, error: unknown, line: string): number {
  if (!(error instanceof Interrupted)) throw error;
  watch.end();
  say('Stopped. What is done so far is kept, and nothing is half done in any row.');
  say(`To go on from there: ${line}`);
  return interruptedCode;
}

async function work(desk: MemberSession, deed: string, what: string, code: string | null): Promise<number> {
  if (deed === 'import') return judge(desk, what);
  const run = await desk.runs((runs) => runs.byReference(what));
  if (!run) return failed(desk, 'No list has this reference.');
  if (code === null && deed === 'undo' && undoNeedsTwo(run))
    return failed(desk, askSupervisor(run.reference));
  const by = code === null ? null : await desk.runs((runs) => runs.takeConsent(run.id, code));
  if (code !== null && by === null)
    return failed(desk, `This is not the code, or not any more. ${askSupervisor(run.reference)}`);
  return deed === 'apply' ? apply(desk, run, by) : undo(desk, run);
}

async function judge(desk: MemberSession, path: string): Promise<number> {
  const judged = await judgeFile(desk, path);
  desk.watch.end();
  if (judged.kind === 'broken-off') {
    return failed(desk, `This file is half applied: ramzyar members apply ${judged.run.reference}`);
  }
  if (judged.kind === 'refused') return failed(desk, `Nothing can be taken from this file. ${judged.why}`);
  const { run, findings } = judged;
  tellFile(desk, run);
  desk.say(
    `${run.newcomers} new, ${run.changed} changed, ${run.unchanged} unchanged, ${run.faulty} lines with faults`,
  );
  for (const [part, what] of Object.entries(partNames))
    desk.say(`  ${run[part as keyof ChangeCounts]} ${what}`);
  desk.say(`  ${run.contradicted} mobiles against what members registered, which stay`);
  tellWorthALook(desk, run);
  await tellChanges(desk, run);
  desk.say(`Faults and what is worth a look: ${findings}`);
  if (run.newcomers + run.changed + run.contradicted === 0) {
    desk.say(run.faulty > 0 && run.unchanged === 0 ? 'No row could be taken.' : 'There is nothing to apply.');
    return run.unchanged === 0 ? 1 : 0;
  }
  tellNotices(desk, run);
  if (needsApproval(run)) desk.say(askSupervisor(run.reference));
  const approval = needsApproval(run) ? ' --approve CODE' : '';
  desk.say(`Nothing is changed yet: ramzyar members apply ${run.reference}${approval}`);
  return 0;
}

/** As they are told of the changed. */
const partNames: Record<keyof ChangeCounts, string> = {
  periods: 'new periods of cover',
  movedPeriods: 'moved periods',
  givenBack: 'recoveries given back',
  mobiles: 'other mobiles',
  firstMobiles: 'first mobiles',
  nationalIds: 'other national IDs',
  names: 'names',
};

const changesTold = 20;

async function tellChanges({ say, inRoom }: MemberSession, run: ImportRun): Promise<void> {
  const changes = await inRoom((room) => changesAfter(room, run, 0, changesTold));
  for (const { line, insuredCode, column, before, after, stays } of changes) {
    say(
      `  line ${line}, ${insuredCode}: ${column} ${before ?? 'none'} -> ${after}${stays ? ' (stays)' : ''}`,
    );
  }
  const more = run.changed - new Set(changes.map(({ line }) => line)).size;
  if (more > 0) say(`  and ${more} more members`);
}

/** How long it takes until everybody has been told whose number is replaced. */
function tellNotices(desk: MemberSession, { mobiles }: ImportRun): void {
  const hours = Math.ceil(mobiles / desk.policy.identityNoticesPerHour);
  if (mobiles > 0)
    desk.say(`It sends ${mobiles} SMS to the numbers that are replaced, within ${hours} hours or so.`);
}

const askSupervisor = (reference: string): string =>
  `Two persons have to agree to it: a supervisor reads a code in the chat by /import code ${reference}`;

async function apply(
  desk: MemberSession,
  { id, reference }: ImportRun,
  approvedBy: string | null,
): Promise<number> {
  if (approvedBy !== null) await desk.runs((runs) => runs.approve(id, approvedBy, false));
  const applied = await applyList(desk.house, id);
  if (applied.kind === 'needs-approval') return failed(desk, askSupervisor(reference));
  if (applied.kind !== 'applied') return failed(desk, refusals[applied.kind]);
  const { overtaken } = applied.run;
  if (overtaken > 0) desk.say(`${overtaken} members changed since the list was judged, and were left alone.`);
  desk.say(`Applied. To take it back: ramzyar members undo ${reference}`);
  return 0;
}

const refusals = {
  'not-judged': 'This list is over, or was not read to its end.',
  'key-changed':
    'The application key has changed since: ramzyar keys rotate first, or import the file again.',
} as const;

async function undo(desk: MemberSession, { id }: ImportRun): Promise<number> {
  const run = await undoList(desk.house, id, operator);
  if (!run) return failed(desk, 'This list was not applied, was taken back already, or is too old.');
  if (run.kept > 0) desk.say(`${run.kept} members were changed or served since, and stay as they are.`);
  desk.say('Taken back.');
  return 0;
}

function failed({ say }: MemberSession, line: string): number {
  say(line);
  return 1;
}
