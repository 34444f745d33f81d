import { typedReference } from '../staff/typed-reference.js';
import type { Shift, StaffCommand } from './staff-command.js';
import { propose } from './staff-say.js';

/** The buttons under what waits for staff; each names its reference. */
export const pendingDeeds: readonly StaffCommand[] = [
  button('ask-portal', async (shift, { id, memberId, reference }) => {
    const { house, staff, by } = shift;
    if (!(await staff.overrule.askPortal(id))) return house.voice.say('nothing-to-do');
    const actor = `staff:${by.personId}`;
    await staff.audit.write({
      reason: 'staff-ask-portal',
      actor,
      memberId,
      reference,
      detail: { reset: id },
    });
    await house.voice.say({ kind: 'portal-asked', reference });
  }),
  settles('mark-done'),
  settles('give-back'),
  {
    ...hidden('refuse-request'),
    run: async (shift, argument) => {
      const reference = typedReference(argument);
      const request = reference && (await shift.staff.requests.byReference(reference));
      const member = request && (await shift.staff.members.byId(request.memberId));
      if (!request || !member) return shift.house.voice.say('nothing-to-do');
      const about = { memberId: member.id, insuredCode: member.insuredCode };
      const act = { requestId: request.id, reference: request.reference, ...about };
      await propose(shift, { kind: 'refuse-request', ...act });
    },
  },
];

interface Reset {
  id: string;
  memberId: number;
  insuredCode: string;
  reference: string;
}

function settles(kind: 'mark-done' | 'give-back'): StaffCommand {
  return button(kind, (shift, { id: resetId, memberId, insuredCode, reference }) =>
    propose(shift, { kind, resetId, memberId, insuredCode, reference }),
  );
}

function button(name: string, work: (shift: Shift, reset: Reset) => Promise<void>): StaffCommand {
  return {
    ...hidden(name),
    run: async (shift, argument) => {
      const reference = typedReference(argument);
      const reset = reference && (await shift.staff.resets.byReference(reference));
      if (!reset) return shift.house.voice.say('nothing-to-do');
      await work(shift, reset);
    },
  };
}

function hidden(name: string): Omit<StaffCommand, 'run'> {
  return { name, description: null, usage: null, least: 'supervisor' };
}
