import { identityLines, statusLines } from './member-lines.js';
import { memberOffers } from './member-offers.js';
import { oneMember } from './one-member.js';
import type { StaffCommand } from './staff-command.js';
import { trailLines } from './trail-lines.js';

/** One member: who, what cover, how much is used, and what has happened. */
export const member: StaffCommand = {
  name: 'member',
  description: 'staff-command-member',
  usage: 'usage-member',
  least: 'operator',
  run: async (context, argument) => {
    const { scope, actor, staff } = context;
    const found = await oneMember(context, argument, 'usage-member');
    if (!found) return;
    const opened = await staff.lookUp.open(actor, found);
    const { overview } = opened;
    const resets = opened.resets.map(({ state, reference, reservedAt }) => ({
      kind: 'member-reset',
      state,
      reference,
      at: reservedAt.getTime(),
    }));
    const trail = trailLines(opened.events);
    await scope.replies.say(
      [
        'member-title',
        { lines: identityLines(overview) },
        { lines: statusLines(overview) },
        ...(resets.length > 0 ? [{ lines: ['member-resets', ...resets] }] : []),
        ...(trail.length > 0 ? ['member-trail', ...trail] : []),
      ],
      memberOffers(overview, actor.role).map((name) => `${name}:${overview.insuredCode}`),
    );
  },
};
