const message = ['chat_id', 'reply_to_message_id', 'reply_markup'];
const edit = ['chat_id', 'message_id', 'inline_message_id', 'reply_markup'];

/** The parameters that Bale documents for the methods that the emulator has. */
const known: Readonly<Record<string, readonly string[]>> = {
  getme: [],
  getupdates: ['offset', 'limit', 'timeout'],
  setwebhook: ['url'],
  deletewebhook: [],
  getwebhookinfo: [],
  sendmessage: [...message, 'text'],
  sendphoto: [...message, 'photo', 'caption', 'from_chat_id'],
  senddocument: [...message, 'document', 'caption'],
  copymessage: ['chat_id', 'from_chat_id', 'message_id'],
  forwardmessage: ['chat_id', 'from_chat_id', 'message_id'],
  editmessagetext: [...edit, 'text'],
  editmessagecaption: [...edit, 'caption'],
  editmessagereplymarkup: edit,
  deletemessage: ['chat_id', 'message_id'],
  answercallbackquery: ['callback_query_id', 'text', 'show_alert'],
  sendchataction: ['chat_id', 'action'],
  getfile: ['file_id'],
  getchat: ['chat_id'],
};

/** Telegram's methods of which Bale's documentation knows nothing, among those that the emulator has. */
export const baleLacks: ReadonlySet<string> = new Set(['setmycommands', 'getmycommands', 'deletemycommands']);

const knownMarkup = new Set(['inline_keyboard', 'keyboard', 'remove_keyboard']);
const knownButton = new Set([
  'text',
  'url',
  'callback_data',
  'copy_text',
  'web_app',
  'request_contact',
  'request_location',
]);

/** Names what Bale ignores in a call: `parse_mode`, `reply_markup.resize_keyboard`, `button.style` and the like. */
export function unknownToBale(method: string, payload: Record<string, unknown>): string[] {
  const expected = known[method.toLowerCase()];
  if (!expected) return [];
  const strange = Object.keys(payload).filter((field) => !expected.includes(field));
  return [...strange, ...unknownInMarkup(payload.reply_markup)];
}

function unknownInMarkup(markup: unknown): string[] {
  if (typeof markup !== 'object' || markup === null) return [];
  const fields = Object.keys(markup).filter((field) => !knownMarkup.has(field));
  const buttons: unknown[] = Object.values(markup)
    .filter((rows): rows is unknown[][] => Array.isArray(rows))
    .flat(2);
  const inButtons = buttons
    .filter((button): button is object => typeof button === 'object' && button !== null)
    .flatMap((button) => Object.keys(button))
    .filter((field) => !knownButton.has(field));
  return [
    ...fields.map((field) => `reply_markup.${field}`),
    ...[...new Set(inButtons)].map((field) => `button.${field}`),
  ];
}
