import type { Shell } from './command.js';
import { second } from '../durations.js';

/** Work that takes minutes, as whoever waits for it sees it: one line that is drawn again and again, or plain lines now and then where nobody looks. */
export interface Progress {
  /** So many rows are done, of all of them. */
  at(done: number): void;
  end(): void;
}

const redrawnEachMs = 200;
const saidEachMs = 10 * second;

/** `total`: null where it is not known before the end. */
export function startProgress(
  { clock, say, redraw }: Pick<Shell, 'clock' | 'say' | 'redraw'>,
  { what, total }: { what: string; total: number | null },
): Progress {
  const began = clock.now().getTime();
  let [done, shownAt, shown] = [0, began, ''];
  const show = (): void => {
    shownAt = clock.now().getTime();
    const line = lineOf({ what, total, done, ms: shownAt - began });
    if (line === shown) return;
    shown = line;
    if (redraw) redraw(line);
    else say(line);
  };
  return {
    at(now) {
      done = now;
      if (clock.now().getTime() - shownAt >= (redraw ? redrawnEachMs : saidEachMs)) show();
    },
    end() {
      if (redraw ? done > 0 : shown !== '') show();
      redraw?.(null);
    },
  };
}

function lineOf({
  what,
  total,
  done,
  ms,
}: {
  what: string;
  total: number | null;
  done: number;
  ms: number;
}): string {
  const rate = ms > 0 ? (done * second) / ms : 0;
  const speed = rate > 0 ? `, ${grouped(Math.round(rate))} a second` : '';
  if (!total) return `${what}: ${grouped(done)} rows${speed}`;
  const percent = Math.min(100, Math.floor((100 * done) / total));
  const left = rate > 0 && done < total ? `, ${spanOf((total - done) / rate)} left` : '';
  return `${what}: ${percent} %, ${grouped(done)} of ${grouped(Math.max(total, done))} rows${speed}${left}`;
}

const grouped = (count: number): string => count.toLocaleString('en');

function spanOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 120 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
