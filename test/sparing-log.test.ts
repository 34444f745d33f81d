import { expect, it } from 'vitest';
import { silence } from '../src/log.js';
import { makeSparingLog } from '../src/sparing-log.js';
import { handClock, minute, second } from './support/hand-clock.js';

it('what each request meets is written down once a minute, each kind for itself, with how many were left out', () => {
  const clock = handClock();
  const lines: object[] = [];
  const warn = (fields: object, message: string) => void lines.push({ ...fields, message });
  const log = makeSparingLog({ log: { ...silence, warn, error: warn }, clock }, ['cause']);
  for (let met = 0; met < 90; met += 1) {
    log.warn({ cause: 'sms', number: met }, 'not told');
    if (met === 10) log.error({ cause: 'portal', number: met }, 'not told');
    clock.pass(second);
  }
  const message = 'not told';
  expect(lines).toEqual([
    { cause: 'sms', number: 0, message },
    { cause: 'portal', number: 10, message },
    { cause: 'sms', number: 60, unsaid: 59, message },
  ]);
  clock.pass(-10 * minute);
  log.warn({ cause: 'sms' }, message);
  expect(lines).toHaveLength(4);
});
