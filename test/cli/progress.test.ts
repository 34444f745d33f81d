import { describe, expect, it } from 'vitest';
import { startProgress } from '../../src/cli/progress.js';
import { handClock, second } from '../support/hand-clock.js';

/** Somebody at a terminal, or a file that a pipe leads to. */
function onlooker(terminal: boolean) {
  const clock = handClock();
  const lines: string[] = [];
  const drawn: (string | null)[] = [];
  const redraw = terminal ? (line: string | null) => void drawn.push(line) : null;
  return { clock, lines, drawn, shell: { clock, say: (line: string) => void lines.push(line), redraw } };
}

describe('work that takes minutes', () => {
  it('draws one line at a terminal: how much of it, how fast, and how long still', () => {
    const { clock, lines, drawn, shell } = onlooker(true);
    const progress = startProgress(shell, { what: 'sealing anew', total: 40_000 });
    for (const done of [2_000, 4_000]) {
      clock.pass(second);
      progress.at(done);
    }
    expect(drawn).toEqual([
      'sealing anew: 5 %, 2,000 of 40,000 rows, 2,000 a second, 19 s left',
      'sealing anew: 10 %, 4,000 of 40,000 rows, 2,000 a second, 18 s left',
    ]);
    clock.pass(18 * second);
    progress.at(40_000);
    progress.end();
    expect(drawn.slice(-2)).toEqual(['sealing anew: 100 %, 40,000 of 40,000 rows, 2,000 a second', null]);
    expect(lines).toEqual([]);
  });

  it('does not flicker', () => {
    const { clock, drawn, shell } = onlooker(true);
    const progress = startProgress(shell, { what: 'applying', total: 100 });
    for (let done = 1; done <= 100; done += 1) {
      clock.pass(10);
      progress.at(done);
    }
    expect(drawn.length).toBeLessThanOrEqual(5);
  });

  it('says a plain line now and then where it is written down, and none for what is over at once', () => {
    const { clock, lines, shell } = onlooker(false);
    const quick = startProgress(shell, { what: 'applying', total: 3 });
    quick.at(3);
    quick.end();
    expect(lines).toEqual([]);
    const progress = startProgress(shell, { what: 'reading', total: null });
    for (let done = 0; done < 250; done += 1) {
      clock.pass(100);
      progress.at(done * 100);
    }
    expect(lines).toEqual(['reading: 9,900 rows, 990 a second', 'reading: 19,900 rows, 995 a second']);
    progress.end();
    expect(lines.at(-1)).toBe('reading: 24,900 rows, 996 a second');
  });

  it('has percentages and the time left of a file, of which nobody knows yet how many rows it has', () => {
    const { clock, drawn, shell } = onlooker(true);
    const progress = startProgress(shell, { what: 'reading', total: null });
    clock.pass(10 * second);
    progress.at(20_000, 0.25);
    expect(drawn).toEqual(['reading: 25 %, 20,000 rows, 2,000 a second, 30 s left']);
  });

  it('counts for the speed only what was done since it was begun again', () => {
    const { clock, drawn, shell } = onlooker(true);
    const progress = startProgress(shell, { what: 'applying', total: 100_000, from: 60_000 });
    clock.pass(10 * second);
    progress.at(70_000);
    expect(drawn).toEqual(['applying: 70 %, 70,000 of 100,000 rows, 1,000 a second, 30 s left']);
  });

  it('counts no time in which it only meets again what was done before', () => {
    const { clock, drawn, shell } = onlooker(true);
    const progress = startProgress(shell, { what: 'reading', total: null, from: 60_000 });
    for (const done of [60_000, 60_000, 70_000]) {
      clock.pass(10 * second);
      progress.at(done, done / 100_000);
    }
    expect(drawn.at(-1)).toEqual('reading: 70 %, 70,000 rows, 1,000 a second, 30 s left');
  });

  it('has minutes for what takes long, and never more than all', () => {
    const { clock, drawn, shell } = onlooker(true);
    const progress = startProgress(shell, { what: 'undoing', total: 1_000 });
    clock.pass(60 * second);
    progress.at(100);
    clock.pass(second);
    progress.at(1_200);
    expect(drawn).toEqual([
      'undoing: 10 %, 100 of 1,000 rows, 2 a second, 9 min left',
      'undoing: 100 %, 1,200 of 1,200 rows, 20 a second',
    ]);
  });
});
