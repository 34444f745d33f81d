import type { MemberCommand } from './command.js';

export const reset: MemberCommand = {
  name: 'reset',
  description: 'command-reset',
  aside: false,
  run: (house) => house.beginReset(),
};
