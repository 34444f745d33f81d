import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeRateLimiter, type RateLimiter } from '../../src/outbox/rate-limiter.js';
import { day, handClock, minute, second, type HandClock } from '../support/hand-clock.js';

/** Somebody who always wants more, of a few lanes, and looks again whenever it is told to or at moments of its own. */
const days = fc.record({
  perSecond: fc.integer({ min: 1, max: 40 }),
  perChatAndMinute: fc.integer({ min: 20, max: 600 }),
  lanes: fc.integer({ min: 1, max: 50 }),
  pauses: fc.array(
    fc.oneof(fc.constant('as told' as const), fc.constantFrom(1, 999), fc.integer({ min: 0, max: 1_500 })),
    {
      minLength: 1,
      maxLength: 60,
    },
  ),
});

/** Everything that began, in milliseconds, by lane. */
function spend({
  perSecond,
  perChatAndMinute,
  lanes,
  pauses,
}: typeof days extends fc.Arbitrary<infer D> ? D : never) {
  const clock = handClock();
  const limiter = makeRateLimiter({ perSecond, perChatAndMinute }, clock);
  const begun: { lane: string; at: number }[] = [];
  const begin = (): void => {
    for (let place = 0; place < lanes && limiter.permits() > 0; place += 1) {
      const lane = `chat-${(begun.length + place) % lanes}`;
      if (limiter.throttledKeys().includes(lane)) continue;
      limiter.begin(lane);
      begun.push({ lane, at: clock.now().getTime() });
    }
  };
  for (const pause of pauses) {
    begin();
    clock.pass(pause === 'as told' ? (limiter.waitMs() ?? 0) : pause);
  }
  return begun;
}

describe('the pace', () => {
  it('lets no more begin in any second than the rate', () => {
    fc.assert(
      fc.property(days, (day) => {
        const moments = spend(day).map(({ at }) => at);
        for (const [place, at] of moments.entries()) {
          const before = moments[place - day.perSecond];
          if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(second);
        }
      }),
    );
  });

  it('lets no chat have more than a burst, and its rate from then on', () => {
    fc.assert(
      fc.property(days, (day) => {
        const begun = spend(day);
        for (const { lane } of begun.slice(0, day.lanes)) {
          const moments = begun.filter((one) => one.lane === lane).map(({ at }) => at);
          for (const [from, first] of moments.entries())
            for (const [count, last] of moments.slice(from).entries())
              expect(count + 1).toBeLessThanOrEqual(
                10 + ((last - first) * day.perChatAndMinute) / minute + 1e-6,
              );
        }
      }),
    );
  });

  it('never says to wait for nothing: after that wait, one more may begin', () => {
    fc.assert(
      fc.property(days, ({ perSecond, perChatAndMinute, lanes }) => {
        const clock = handClock();
        const limiter = makeRateLimiter({ perSecond, perChatAndMinute }, clock);
        for (let calls = 0; calls < 200; calls += 1) {
          const mayBegin = () =>
            limiter.permits() > 0 &&
            Array.from({ length: lanes }, (_, n) => `chat-${n}`).find(
              (lane) => !limiter.throttledKeys().includes(lane),
            );
          for (let waits = 0; !mayBegin(); waits += 1) {
            expect(waits).toBeLessThan(2);
            clock.pass(limiter.waitMs() ?? 0);
          }
          limiter.begin(mayBegin() || null);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(['ahead', 'back'])(
    'goes on at its rate when the clock has leapt a year %s and is right again',
    (leap) => {
      const clock = handClock();
      const limiter = makeRateLimiter({ perSecond: 2, perChatAndMinute: 20 }, clock);
      const right = clock.now().getTime();
      clock.pass((leap === 'ahead' ? 365 : -365) * day);
      for (let calls = 0; calls < 12; calls += 1) {
        limiter.begin('chat');
        clock.pass(second);
      }
      limiter.throttle('chat', minute);
      clock.set(new Date(right + minute));
      expect(limiter.waitMs() ?? 0).toBeLessThanOrEqual(minute);
      clock.pass(minute);
      expect(limiter.mayBegin('chat')).toBe(true);
    },
  );

  describe('asked for patience', () => {
    let clock: HandClock;
    let limiter: RateLimiter;
    beforeEach(() => {
      clock = handClock();
      limiter = makeRateLimiter({ perSecond: 25, perChatAndMinute: 60 }, clock);
    });

    it('holds the chat for as long as it was asked to, and everybody for seconds, where it had hardly been spoken to', () => {
      limiter.begin('quiet');
      expect(limiter.throttle('quiet', 3_600 * second)).toBe(true);
      expect(limiter.permits()).toBe(0);
      expect(limiter.waitMs()).toBe(3 * second);
      clock.pass(3 * second);
      expect([limiter.mayBegin('quiet'), limiter.mayBegin('other')]).toEqual([false, true]);
      clock.pass(3_596 * second);
      expect(limiter.mayBegin('quiet')).toBe(false);
      clock.pass(second);
      expect(limiter.mayBegin('quiet')).toBe(true);
    });

    it('lets one through to see whether everybody was meant, and all once it is served', () => {
      limiter.begin('quiet');
      limiter.throttle('quiet', 60 * second);
      clock.pass(3 * second);
      expect(limiter.permits()).toBe(1);
      limiter.begin('one');
      expect(limiter.permits()).toBe(0);
      limiter.served();
      expect(limiter.permits()).toBe(24);
    });

    it('holds everybody for half a minute at most where whoever was let through was refused as well', () => {
      limiter.begin('quiet');
      limiter.throttle('quiet', 3_600 * second);
      clock.pass(3 * second);
      limiter.begin('one');
      limiter.throttle('one', 3_600 * second);
      expect(limiter.permits()).toBe(0);
      clock.pass(30 * second - 1);
      expect(limiter.permits()).toBe(0);
      clock.pass(1);
      expect(limiter.permits()).toBe(1);
    });

    it('waits for no answer for ever: another is let through', () => {
      limiter.begin('quiet');
      limiter.throttle('quiet', 60 * second);
      clock.pass(3 * second);
      limiter.begin('one');
      expect(limiter.waitMs()).toBe(15 * second);
      clock.pass(15 * second);
      expect(limiter.permits()).toBe(1);
    });

    it('holds nobody else, where one chat had much', () => {
      for (let calls = 0; calls < 4; calls += 1) limiter.begin('loud');
      expect(limiter.throttle('loud', 7 * second)).toBe(false);
      expect(limiter.permits()).toBe(21);
    });

    it('is not made impatient by a shorter word that comes later', () => {
      limiter.throttle('one', 30 * second);
      limiter.throttle('one', 2 * second);
      clock.pass(29 * second);
      expect(limiter.mayBegin('one')).toBe(false);
    });
  });

  it('is not spent by what needed no call', () => {
    const limiter = makeRateLimiter({ perSecond: 2, perChatAndMinute: 60 }, handClock());
    for (let jobs = 0; jobs < 100; jobs += 1) {
      limiter.begin('chat');
      limiter.giveBack('chat');
    }
    expect(limiter.permits()).toBe(2);
    expect(limiter.throttledKeys()).toEqual([]);
  });

  it('forgets a chat that has been left alone', () => {
    const clock = handClock();
    const limiter = makeRateLimiter({ perSecond: 1_000, perChatAndMinute: 60 }, clock);
    for (let calls = 0; calls < 20; calls += 1) limiter.begin('chat');
    expect(limiter.throttledKeys()).toEqual(['chat']);
    clock.pass(11 * second);
    expect(limiter.throttledKeys()).toEqual([]);
    clock.pass(minute);
    for (let calls = 0; calls < 9; calls += 1) limiter.begin('chat');
    expect(limiter.throttledKeys()).toEqual([]);
  });
});
