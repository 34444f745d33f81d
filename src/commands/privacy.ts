import { chatAddress } from '../chats/address.js';
import type { MemberCommand } from './command.js';

/** What is kept; and the number of the own account, which no messenger shows its people, and owners ask new colleagues for. */
export const privacy: MemberCommand = {
  name: 'privacy',
  description: 'command-privacy',
  aside: true,
  run: ({ replies, asker }) => {
    const { platform } = chatAddress(asker.chatKey);
    return replies.say({ kind: 'privacy', account: `${platform}:${asker.senderId}` });
  },
};
