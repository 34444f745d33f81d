import type { Audit } from '../audit/audit.js';
import type { ImportRun } from '../import/runs.js';
import { mayBeWhole, undoNeedsTwo } from '../import/two-persons.js';
import type { ActionOf, ActionHandler, ActionHandlers, ListAction } from './action.js';
import type { Lists } from './lists.js';

export interface ListActionParts {
  lists: Pick<Lists, 'tasks' | 'runs' | 'order' | 'applying' | 'undoing'>;
  audit: Audit;
}

type ApplyKind = Extract<ListAction['kind'], `apply-${string}`>;
type ListActionHandlers = Pick<ActionHandlers, ListAction['kind']>;

/** What staff have done to lists of members. The work itself takes minutes: it is ordered here, and done outside. */
export function makeListActions({ lists, audit }: ListActionParts): ListActionHandlers {
  /** As it stands, as long as nobody works on it and it is in one of these states. */
  const status = async (runId: number, states: readonly ImportRun['state'][]): Promise<string | null> => {
    const run = await lists.runs.find(runId);
    if (!run || !states.includes(run.state) || (await lists.tasks.inHand(runId))) return null;
    return [run.state, run.appliedTo, run.undoneTo, run.approvedBy].join('/');
  };
  const apply = (together: boolean, whole = false): ActionHandler<ActionOf<ApplyKind>> => ({
    least: 'supervisor',
    twoPersons: together,
    snapshot: async ({ runId, absent }) => {
      const run = await lists.runs.find(runId);
      // What was counted is what is agreed to.
      if (whole && (!run || !mayBeWhole(run) || run.counted === 0 || run.absent !== absent)) return null;
      return status(runId, together ? ['judged'] : ['judged', 'applying']);
    },
    carryOut: async ({ runId, overMembersOwn, ...by }, { agreed }) => {
      if (together && !(await agree(runId, agreed, overMembersOwn === 1, whole))) return false;
      return lists.order('apply', runId, by);
    },
    onDeclined: async ({ runId, reference }, by) => {
      if (!(await lists.runs.refuse(runId))) return;
      await audit.write({ reason: 'import-dropped', actor: `staff:${by}`, reference });
    },
  });
  const agree = async (
    runId: number,
    agreed: number | null,
    overMembersOwn: boolean,
    whole: boolean,
  ): Promise<boolean> =>
    (await lists.runs.approve(runId, `staff:${agreed}`, overMembersOwn, whole)).kind === 'approved';
  const undo = (together: boolean): ActionHandler<ActionOf<'undo-list' | 'undo-list-together'>> => ({
    least: 'supervisor',
    twoPersons: together,
    snapshot: async ({ runId }) => {
      const run = await lists.runs.find(runId);
      // Whoever was asked before it needed two is not to do it alone now; what has begun goes on.
      const alone = run !== null && !together && run.state !== 'undoing';
      return alone && undoNeedsTwo(run) ? null : status(runId, ['applying', 'done', 'undoing']);
    },
    carryOut: ({ runId, ...by }) => lists.order('undo', runId, by),
  });
  return {
    'apply-list': apply(false),
    'apply-list-together': apply(true),
    'apply-list-whole': apply(true, true),
    'undo-list': undo(false),
    'undo-list-together': undo(true),
  };
}
