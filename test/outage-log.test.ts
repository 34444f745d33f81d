import { beforeEach, describe, expect, it } from 'vitest';
import { makeOutageLog } from '../src/outage-log.js';
import { handClock, minute, second } from './support/hand-clock.js';

describe('a state that lasts', () => {
  const clock = handClock();
  let lines: string[] = [];
  const say = (level: string) => (_fields: object, message: string) => void lines.push(`${level} ${message}`);
  const log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  const made = () => makeOutageLog({ log, clock }, { out: 'gone', back: 'back' });
  beforeEach(() => (lines = []));

  it('is written down once when it begins, and once when it is over', () => {
    const outage = made();
    outage.back();
    for (let met = 0; met < 50; met += 1) {
      outage.out({});
      clock.pass(second);
    }
    expect(lines).toEqual(['warn gone']);
    outage.back();
    outage.back();
    expect(lines).toEqual(['warn gone', 'info back']);
  });

  it('is written down again each minute that it lasts', () => {
    const outage = made();
    for (let met = 0; met < 150; met += 1) {
      outage.out({});
      clock.pass(second);
    }
    expect(lines).toEqual(['warn gone', 'warn gone', 'warn gone']);
  });

  it('does not fill the log when it comes and goes with every second', () => {
    const outage = made();
    for (let met = 0; met < 60; met += 1) {
      outage.out({});
      outage.back();
      clock.pass(second);
    }
    expect(lines).toEqual(['warn gone', 'info back']);
  });

  it('is not kept back by a clock that was set back', () => {
    const outage = made();
    outage.out({});
    clock.pass(-10 * minute);
    outage.out({});
    expect(lines).toHaveLength(2);
  });
});
