import { readBaleMarkdown } from './bale-markdown.js';
import { baleLacks, unknownToBale } from './bale-vocabulary.js';
import type { Face } from './face.js';

/** Bale as far as its documentation and those who tried it tell; where they are silent, Telegram's way. */
export const baleFace: Face = {
  name: 'bale',
  bot: {
    id: 800001,
    token: '800001:EmulatedBaleBotTokenForPlaying000000',
    firstName: 'رمزیار',
    username: 'ramzyar_bot',
  },
  deepLink: (payload) => `https://ble.ir/ramzyar_bot?start=${payload}`,
  refusals: {
    token: { code: 403, description: 'Bad Request: Token not found' },
    unknownChat: { code: 400, description: 'Bad Request: no such group or user' },
    neverStarted: { code: 403, description: 'Forbidden: permission_denied' },
    blocked: { code: 403, description: 'Forbidden: permission_denied' },
  },
  lacks: baleLacks,
  unknownFields: unknownToBale,
  updates: {
    firstId: 0,
    backlog: 2000,
    kinds: new Set(['message', 'edited_message', 'callback_query']),
    choosable: false,
  },
  webhookSecret: false,
  captionLimit: 4096,
  editAnswersStub: true,
  shown: readBaleMarkdown,
  forwardMark: (at) => ({ forward_from: { id: 1, is_bot: false }, forward_date: Math.floor(at / 1000) }),
};
