import type { MemberCommand } from './command.js';

/** Whose recoveries this chat hears of, each with the button that ends it: for whoever once helped a relative here. */
export const notices: MemberCommand = {
  name: 'notices',
  description: 'command-notices',
  aside: true,
  run: async ({ services, asker, replies }) => {
    const accounts = await services.reset.accountsIn(asker);
    for (const { id, tail, at } of accounts)
      await replies.say({ kind: 'notices-of', tail, at }, [`not-theirs:${id}`]);
    if (accounts.length === 0) await replies.say('notices-none');
  },
};
