import type { Clock } from '../clock.js';
import { second } from '../durations.js';
import { MissingKey, type MissingKeys } from './missing-keys.js';

/** So long another replica has it to itself before this one looks at it again. */
const leftForMs = 30 * second;

/** What this process cannot read for want of a key, and leaves to others for a while. */
export interface LeftToOthers<Id> {
  /** True, and it is left, where this error is a missing key; any other is no affair of this. */
  leave(id: Id, error: unknown): boolean;
  has(id: Id): boolean;
  ids(): Id[];
}

export function makeLeftToOthers<Id>(clock: Clock, missingKeys: MissingKeys): LeftToOthers<Id> {
  const until = new Map<Id, number>();
  const ids = (): Id[] => {
    const now = clock.now().getTime();
    for (const [id, end] of until) if (end <= now) until.delete(id);
    return [...until.keys()];
  };
  return {
    leave(id, error) {
      if (!(error instanceof MissingKey)) return false;
      missingKeys.note(error.code);
      until.set(id, clock.now().getTime() + leftForMs);
      return true;
    },
    has: (id) => (until.get(id) ?? 0) > clock.now().getTime(),
    ids,
  };
}
