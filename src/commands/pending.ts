import { requestButtons, settleButtons } from './request-buttons.js';
import type { StaffCommand } from './staff-command.js';

const few = 5;

/** What waits for staff: recoveries without a clear outcome, and what members have asked. */
export const pending: StaffCommand = {
  name: 'pending',
  description: 'staff-command-pending',
  usage: null,
  least: 'supervisor',
  run: async ({ house, by, staff }) => {
    const { voice } = house;
    const resets = await staff.resets.leftToStaff(few);
    const requests = await staff.requests.allOpen(few);
    const parked = await staff.parkedUpdates();
    for (const { reference, insuredCode, reservedAt, staffReason } of resets) {
      await voice.say(
        {
          kind: 'pending-reset',
          reference,
          insuredCode,
          at: reservedAt.getTime(),
          reason: staffReason ?? '',
        },
        settleButtons(by.role, reference),
      );
    }
    for (const { reference, kind, memberId, createdAt } of requests) {
      const insuredCode = (await staff.members.byId(memberId))?.insuredCode ?? '';
      const request = { request: kind, reference, insuredCode, at: createdAt.getTime() };
      await voice.say(
        { kind: 'pending-request', ...request },
        requestButtons(by.role, { kind, insuredCode, reference }),
      );
    }
    if (resets.length + requests.length === 0) await voice.say('pending-nothing');
    if (parked > 0) await voice.say({ kind: 'pending-parked', parked });
  },
};
