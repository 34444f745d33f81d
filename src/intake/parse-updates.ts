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
