import type { ActionHandlers } from './action.js';
import type { Mutes } from './mutes.js';

const bySupervisor = { least: 'supervisor', twoPersons: false } as const;

/** What staff may do about a chat that misbehaves. */
export const makeMuteActions = ({
  mutes,
}: {
  mutes: Mutes;
}): Pick<ActionHandlers, 'mute-chat' | 'unmute-chat'> => ({
  'mute-chat': {
    ...bySupervisor,
    snapshot: async ({ reference }) => {
      const chat = await mutes.find(reference);
      if (chat?.isStaff) return { not: 'chat-of-staff' };
      return chat === null || chat.isMuted ? null : 'heard';
    },
    carryOut: ({ reference }) => mutes.mute(reference),
  },
  'unmute-chat': {
    ...bySupervisor,
    snapshot: async ({ reference }) => ((await mutes.find(reference))?.isMuted ? 'muted' : null),
    carryOut: ({ reference }) => mutes.unmute(reference),
  },
});
