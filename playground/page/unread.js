/** How many messages of the bot lie in each chat that nobody has looked at on this page. */
export function makeUnread() {
  const heard = new Map();
  const read = new Map();
  const inChat = (role, messenger) => {
    const chat = `${role}/${messenger}`;
    return Math.max(0, (heard.get(chat) ?? 0) - (read.get(chat) ?? 0));
  };
  return {
    inChat,
    /** In all chats of one person. */
    of: ({ role, chats }) => Object.keys(chats).reduce((sum, messenger) => sum + inChat(role, messenger), 0),
    render({ cast, staff, person }) {
      const open = `${person.role}/${person.messenger}`;
      for (const { role, chats } of [...cast, ...staff])
        for (const [messenger, { heard: count }] of Object.entries(chats)) {
          const chat = `${role}/${messenger}`;
          heard.set(chat, count);
          if (chat === open || !read.has(chat)) read.set(chat, count);
        }
    },
  };
}
