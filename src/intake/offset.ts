import type { Update } from 'grammy/types';
import type { Clock } from '../clock.js';

/** Which update is asked for next; asking for it confirms all before it. */
export interface Offset {
  question(): { offset?: number };
  passed: (update: Update) => void;
}

/** Messengers keep updates for a day, and may begin anew with lower ids after a quiet week: by then, no offset is due. */
const lastsMs = 25 * 3_600_000;

export function makeOffset(clock: Clock): Offset {
  let last: { id: number; at: number } | null = null;
  return {
    question() {
      if (last && clock.now().getTime() - last.at > lastsMs) last = null;
      return last ? { offset: last.id + 1 } : {};
    },
    passed({ update_id: id }) {
      last = { id, at: clock.now().getTime() };
    },
  };
}
