import type { Update } from 'grammy/types';

/** Can it be told apart from others, and so be confirmed? What it is about may be in any shape. */
export function isUpdate(body: unknown): body is Update {
  const { update_id: id } = (body ?? {}) as { update_id?: unknown };
  return Number.isSafeInteger(id) && Number(id) >= 0;
}

/** What a messenger gives when it is asked for updates, and how much of it is none: all that is no list counts as one. */
export function parseUpdates(result: unknown): { updates: Update[]; odd: number } {
  if (!Array.isArray(result)) return { updates: [], odd: 1 };
  const updates = result.filter(isUpdate);
  return { updates, odd: result.length - updates.length };
}

/** What is to stand in a place. */
type Shape = 'string' | 'number' | { readonly [field: string]: Shape };

const message: Shape = {
  message_id: 'number',
  date: 'number',
  edit_date: 'number',
  chat: {},
  from: {},
  text: 'string',
  caption: 'string',
  media_group_id: 'string',
  contact: { phone_number: 'string', user_id: 'number' },
  document: { file_id: 'string', file_name: 'string', file_size: 'number' },
};

/** The places that we read. */
const shapes: Shape = {
  message,
  edited_message: message,
  callback_query: { id: 'string', data: 'string', from: {}, message },
  my_chat_member: { chat: {} },
};

/**
 * An update without what stands in one of the places that we read in another shape than it ought to: nobody could make
 * anything of it, however often it is tried. What is left is answered as any message is that has none of it.
 */
export const inShape = (update: Update): Update => fitting(update, shapes) as Update;

/** Undefined: it does not fit. */
function fitting(value: unknown, shape: Shape): unknown {
  if (typeof shape === 'string') return typeof value === shape ? value : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = Object.entries(value).map(([name, inner]) => {
    const wanted = Object.hasOwn(shape, name) ? shape[name] : undefined;
    return [name, wanted === undefined ? (inner as unknown) : fitting(inner, wanted)] as const;
  });
  return Object.fromEntries(fields.filter(([, inner]) => inner !== undefined));
}
