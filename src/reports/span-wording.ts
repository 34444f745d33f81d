import { startOfDay } from '../calendar/tehran.js';
import type { Blanks } from '../words/words.js';
import type { Stats } from './stats.js';

/** Which days a report is of, and up to what hour: the sentence for it, the same in the picture and under it. */
export function spanWording({ from, to, soFar }: Stats): [key: string, blanks: Blanks] {
  const [fromAt, toAt] = [startOfDay(from), soFar ?? startOfDay(to)];
  const key = from === to ? 'chart-day' : 'chart-span';
  return [soFar ? `${key}-so-far` : key, { fromAt, toAt }];
}
