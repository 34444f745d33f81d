import type { StaffRequest } from '../requests/requests.js';
import { typedReference } from '../staff/typed-reference.js';
import type { StaffContext, StaffCommand } from './staff-command.js';
import type { PasswordReset } from '../staff/recoveries.js';
import { propose } from './staff-say.js';

/** The buttons under what waits for staff; each names its reference. */
export const pendingActions: readonly StaffCommand[] = [
  button('ask-portal', async ({ scope, staff, actor }, reset) => {
    const asked = await staff.recoveries.askPortal(actor, reset);
    await scope.replies.say(asked ? { kind: 'portal-asked', reference: reset.reference } : 'reset-settled');
  }),
  settles('mark-done'),
  settles('give-back'),
  onRequest('refuse-request', (context, about, { id: requestId, reference }) =>
    propose(context, { kind: 'refuse-request', ...about, requestId, reference }),
  ),
  onRequest('account-made', (context, about, { id: requestId }) =>
    propose(context, { kind: 'account-made', ...about, requestId }),
  ),
];

function settles(kind: 'mark-done' | 'give-back'): StaffCommand {
  return button(kind, (context, { id: resetId, memberId, insuredCode, reference }) =>
    propose(context, { kind, resetId, memberId, insuredCode, reference }),
  );
}

/** A button under a member's request. */
function onRequest(
  name: string,
  work: (
    context: StaffContext,
    about: { memberId: number; insuredCode: string },
    request: StaffRequest,
  ) => Promise<void>,
): StaffCommand {
  return {
    ...hidden(name),
    run: async (context, argument) => {
      const reference = typedReference(argument);
      const request = reference && (await context.staff.requests.byReference(reference));
      const member = request && (await context.staff.lookUp.byId(request.memberId));
      if (!request || !member) return context.scope.replies.say('request-closed');
      await work(context, { memberId: member.id, insuredCode: member.insuredCode }, request);
    },
  };
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
      if (!reset) return context.scope.replies.say('reset-settled');
      await work(context, reset);
    },
  };
}

function hidden(name: string): Omit<StaffCommand, 'run'> {
  return { name, description: null, usage: null, least: 'supervisor' };
}
