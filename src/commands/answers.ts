import type { StaffContext, StaffCommand } from './staff-command.js';

/** The buttons that work once. */
export const answers: readonly StaffCommand[] = [
  answer('staff-yes', true),
  answer('import-replace', true),
  answer('staff-no', false),
  answer('approve', true),
  answer('refuse', false),
];

function answer(name: string, yes: boolean): StaffCommand {
  return {
    name,
    description: null,
    usage: null,
    least: 'operator' as const,
    run: async ({ scope, actor, staff }: StaffContext, token) => {
      const answered = await staff.actions.answer(actor, token, yes);
      if (answered.kind !== 'did') return scope.replies.say(answered);
      const { action, particulars } = answered;
      const told = await scope.replies.ask({ ...action, ...particulars, kind: `did-${action.kind}` });
      if ('runId' in action && action.chatKey === actor.chatKey)
        await staff.lists.tasks.noteToldOf(action.runId, told);
    },
  };
}
