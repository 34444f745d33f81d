import { typedReference } from '../staff/typed-reference.js';
import type { StaffContext, StaffCommand } from './staff-command.js';
import type { PasswordReset } from '../staff/recoveries.js';
import { propose } from './staff-say.js';

/** The buttons under what waits for staff; each names its reference. */
export const pendingActions: readonly StaffCommand[] = [
  button('ask-portal', async ({ scope, staff, actor }, reset) => {
    const asked = await staff.recoveries.askPortal(actor, reset);
    await scope.replies.say(asked ? { kind: 'portal-asked', reference: reset.reference } : 'nothing-to-do');
  }),
  settles('mark-done'),
  settles('give-back'),
  {
    ...hidden('refuse-request'),
    run: async (context, argument) => {
      const reference = typedReference(argument);
      const request = reference && (await context.staff.requests.byReference(reference));
      const member = request && (await context.staff.lookUp.byId(request.memberId));
      if (!request || !member) return context.scope.replies.say('nothing-to-do');
      const about = { memberId: member.id, insuredCode: member.insuredCode };
      const action = { requestId: request.id, reference: request.reference, ...about };
      await propose(context, { kind: 'refuse-request', ...action });
    },
  },
];

function settles(kind: 'mark-done' | 'give-back'): StaffCommand {
  return button(kind, (context, { id: resetId, memberId, insuredCode, reference }) =>
    propose(context, { kind, resetId, memberId, insuredCode, reference }),
  );
}

function button(
  name: string,
  work: (context: StaffContext, reset: PasswordReset) => Promise<void>,
): StaffCommand {
  return {
    ...hidden(name),
    run: async (context, argument) => {
      const reference = typedReference(argument);
      const reset = reference && (await context.staff.recoveries.byReference(reference));
      if (!reset) return context.scope.replies.say('nothing-to-do');
      await work(context, reset);
    },
  };
}

function hidden(name: string): Omit<StaffCommand, 'run'> {
  return { name, description: null, usage: null, least: 'supervisor' };
}
