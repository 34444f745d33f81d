import { makeNumbersSeen } from './numbers-seen.js';

/**
 * Remembers in which line of a file a text stood first, and takes no text for another. Up to twelve digits, as codes, IDs
 * and mobiles mostly have, cost eight to sixteen bytes: a million rows with all three, about 36 MB. Other texts are kept
 * as they are.
 */
export interface LinesSeen {
  /** The line where the text stood first; null when this is the first time, which is then remembered. */
  mark(text: string, line: number): number | null;
}

export function makeLinesSeen(): LinesSeen {
  const numbers = makeNumbersSeen();
  const texts = new Map<string, number>();
  return {
    mark: (text, line) => {
      // The 1 keeps zeros in front, and numbers of different lengths apart.
      const first = twelveDigits.test(text) ? numbers.mark(Number(`1${text}`), line) : undefined;
      if (first !== undefined) return first;
      const before = texts.get(text) ?? null;
      if (before === null) texts.set(text, line);
      return before;
    },
  };
}

const twelveDigits = /^[0-9]{1,12}$/;
