import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeLookTimes, type LookTimes } from '../../src/outbox/look-times.js';

let looks: number;
let times: LookTimes;
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  looks = 0;
  times = makeLookTimes({ now: () => new Date() }, () => (looks += 1));
});
afterEach(() => void vi.useRealTimers());

const inMs = (ms: number) => new Date(Date.now() + ms);

it('what comes about in the same moment is one look, and what comes after it another', () => {
  times.soon();
  times.soon();
  vi.advanceTimersByTime(60);
  expect(looks).toBe(1);
  times.soon();
  vi.advanceTimersByTime(60);
  expect(looks).toBe(2);
});

it('a hundred jobs that become due within a second are found by six looks at most, each when it is due', () => {
  for (let ms = 1_000; ms < 2_000; ms += 10) times.when(inMs(ms));
  vi.advanceTimersByTime(990);
  expect(looks).toBe(0);
  vi.advanceTimersByTime(60);
  expect(looks).toBe(1);
  vi.advanceTimersByTime(1_200);
  expect(looks).toBeLessThanOrEqual(6);
  expect(looks).toBeGreaterThan(1);
});

it('no job waits longer than a quarter of a second for its look', () => {
  for (const ms of [1, 70, 199, 201, 333]) {
    looks = 0;
    times.when(inMs(ms));
    vi.advanceTimersByTime(ms + 250);
    expect(looks).toBe(1);
  }
});

it('what is due already is looked for at once, and nothing after the end', () => {
  times.when(inMs(-5_000));
  vi.advanceTimersByTime(50);
  expect(looks).toBe(1);
  times.soon();
  times.stop();
  vi.advanceTimersByTime(1_000);
  expect(looks).toBe(1);
});
