import type { Shell } from './command.js';
import { second } from '../durations.js';

/** Work that takes minutes, as whoever waits for it sees it: one line that is drawn again and again, or plain lines now and then where nobody looks. */
export interface Progress {
  /** So many rows are done, of all of them; `part`: how much that is, from 0 to 1, where nobody knows yet how many there are. */
  at(done: number, part?: number): void;
  end(): void;
}

const redrawnEachMs = 200;
const saidEachMs = 10 * second;

/**
 * `total`: null where it is not known before the end. `from`: so many were done before, and count for no speed, as little
 * as the time in which they are only met again.
 */
export function startProgress(
  { clock, say, redraw }: Pick<Shell, 'clock' | 'say' | 'redraw'>,
  { what, total, from = 0 }: { what: string; total: number | null; from?: number },
): Progress {
  let began = clock.now().getTime();
  let [done, part, shownAt, shown] = [0, 0, began, ''];
  const show = (): void => {
    shownAt = clock.now().getTime();
    const line = lineOf({ what, total, from, done, part, ms: shownAt - began });
    if (line === shown) return;
    shown = line;
    if (redraw) redraw(line);
    else say(line);
  };
  return {
    at(now, share = 0) {
      [done, part] = [now, share];
      if (from > 0 && done <= from) began = clock.now().getTime();
      if (clock.now().getTime() - shownAt >= (redraw ? redrawnEachMs : saidEachMs)) show();
    },
    end() {
      if (redraw ? done > 0 : shown !== '') show();
      redraw?.(null);
    },
  };
}

interface Reached {
  what: string;
  total: number | null;
  from: number;
  done: number;
  part: number;
  ms: number;
}

function lineOf({ what, total, from, done, part, ms }: Reached): string {
  const rate = ms > 0 ? ((done - from) * second) / ms : 0;
  const speed = rate > 0 ? `, ${grouped(Math.round(rate))} a second` : '';
  const share = total ? done / total : part;
  const rows = total ? `${grouped(done)} of ${grouped(Math.max(total, done))} rows` : `${grouped(done)} rows`;
  if (share === 0) return `${what}: ${rows}${speed}`;
  const left = rate > 0 && share < 1 ? `, ${spanOf((done / share - done) / rate)} left` : '';
  return `${what}: ${Math.min(100, Math.floor(100 * share))} %, ${rows}${speed}${left}`;
}

const grouped = (count: number): string => count.toLocaleString('en');

function spanOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 120 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
