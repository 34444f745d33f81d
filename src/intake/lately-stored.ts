import { elapsedBy, type Clock } from '../clock.js';
import { day, minute } from '../durations.js';
import { chatsOf, type Arrival } from './inbox.js';
import type { Known } from './known.js';

/** Much shorter than the row of a chat stays after its last update. */
const chatSeenMs = 10 * minute;

/** A messenger that has had nothing to bring for a week may begin its numbers anew, and lower. */
const numberSeenMs = day;

type Named = Pick<Arrival, 'source' | 'id' | 'chatKey'>;

/** What this process has stored a little while ago: of what follows on it there is nothing to be looked up. */
export interface LatelyStored {
  /** Null: the rows have to be asked. A number above all that were stored here may yet be another process's: its row says so. */
  knows(arrivals: readonly Named[]): Known | null;
  /** Of these chats those that have a row, or whose turn makes it: whoever is late with one may hold it, unseen by others. */
  chatsAmong(arrivals: readonly Named[]): string[];
  note(arrivals: readonly Named[]): void;
}

export function makeLatelyStored(clock: Clock): LatelyStored {
  const elapsed = elapsedBy(clock);
  const chats = new Map<string, number>();
  const highest = new Map<string, { id: string; until: number }>();

  const isNew = ({ source, id }: Named): boolean => {
    const last = highest.get(source);
    return last !== undefined && last.until > elapsed() && id > last.id;
  };
  const hasRow = (chatKey: string): boolean => (chats.get(chatKey) ?? 0) > elapsed();

  return {
    knows(arrivals) {
      const named = chatsOf(arrivals);
      if (!arrivals.every(isNew) || !named.every(hasRow)) return null;
      return { ids: new Set(), chats: new Set(named) };
    },

    chatsAmong: (arrivals) => chatsOf(arrivals).filter(hasRow),

    note(arrivals) {
      const now = elapsed();
      for (const { source, id, chatKey } of arrivals) {
        // Set anew, so that the oldest stands first.
        chats.delete(chatKey);
        chats.set(chatKey, now + chatSeenMs);
        const last = highest.get(source);
        if (!last || last.until <= now || id > last.id)
          highest.set(source, { id, until: now + numberSeenMs });
      }
      for (const [chatKey, until] of chats) {
        if (until > now) break;
        chats.delete(chatKey);
      }
    },
  };
}
