import type { Face } from './face.js';

export const telegramFace: Face = {
  name: 'telegram',
  bot: {
    id: 700001,
    token: '700001:AAEmulatedTelegramBotTokenForPlay00',
    firstName: 'رمزیار',
    username: 'ramzyar_bot',
  },
  deepLink: (payload) => `https://t.me/ramzyar_bot?start=${payload}`,
  refusals: {
    token: { code: 401, description: 'Unauthorized' },
    unknownChat: { code: 400, description: 'Bad Request: chat not found' },
    neverStarted: { code: 403, description: "Forbidden: bot can't initiate conversation with a user" },
    blocked: { code: 403, description: 'Forbidden: bot was blocked by the user' },
  },
  lacks: new Set(),
  unknownFields: () => [],
  updates: {
    firstId: 500_000_001,
    backlog: Number.POSITIVE_INFINITY,
    kinds: new Set(['message', 'edited_message', 'callback_query', 'my_chat_member']),
    choosable: true,
  },
  webhookSecret: true,
  captionLimit: 1024,
  editAnswersStub: false,
  shown: (text) => text,
  forwardMark: (at) => ({
    forward_origin: { type: 'hidden_user', sender_user_name: '?', date: Math.floor(at / 1000) },
  }),
};
