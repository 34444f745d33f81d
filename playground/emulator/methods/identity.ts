import { botOnWire, chatOnWire } from '../wire.js';
import type { Method } from './method.js';
import { chatOf } from './target.js';

const getMe: Method = ({ face }) => ({
  ...botOnWire(face),
  can_join_groups: true,
  can_read_all_group_messages: true,
  supports_inline_queries: false,
});

const getChat: Method = (messenger, { parameters }) => ({
  ...chatOnWire(chatOf(messenger, parameters), messenger.quirks),
  accent_color_id: 0,
  max_reaction_count: 11,
});

export const identity = { getMe, getChat };
