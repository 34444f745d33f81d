import { requestButtons, settleButtons } from './request-buttons.js';
import type { StaffCommand } from './staff-command.js';

const few = 5;

/** What waits for staff: recoveries without a clear outcome, and what members have asked. */
export const pending: StaffCommand = {
  name: 'pending',
  description: 'staff-command-pending',
  usage: null,
  least: 'supervisor',
  run: async ({ scope, actor, staff }) => {
    const { replies } = scope;
    const resets = await staff.recoveries.leftToStaff(few);
    const requests = await staff.requests.allOpen(few);
    const parked = await staff.countDeadLetters();
    for (const { reference, insuredCode, reservedAt, staffReason } of resets) {
      await replies.say(
        {
          kind: 'pending-reset',
          reference,
          insuredCode,
          at: reservedAt.getTime(),
          reason: staffReason ?? '',
        },
        settleButtons(actor.role, reference),
      );
    }
    for (const { reference, kind, memberId, createdAt } of requests) {
      const insuredCode = (await staff.lookUp.byId(memberId))?.insuredCode ?? '';
      const request = { request: kind, reference, insuredCode, at: createdAt.getTime() };
      await replies.say(
        { kind: 'pending-request', ...request },
        requestButtons(actor.role, { kind, insuredCode, reference }),
      );
    }
    if (resets.length + requests.length === 0) await replies.say('pending-nothing');
    if (parked > 0) await replies.say({ kind: 'pending-parked', parked });
  },
};
