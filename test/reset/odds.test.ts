import { describe, expect, it } from 'vitest';
import { oddsOf, worstLock, worstYear } from '../../src/reset/odds.js';
import { defaultPolicy } from '../../src/reset/policy.js';
import { faultsOf, least } from '../config/complete-settings.js';

describe('the odds of guessing a code', () => {
  it('are reckoned for two purses from the numbers of the house', () => {
    const odds = oddsOf(defaultPolicy);
    expect(odds.challenge).toBeCloseTo(3e-5, 12);
    expect(odds.lock).toBeCloseTo(1e-4, 12);
    expect(odds.untilStaff).toBeCloseTo(2e-4, 12);
    expect(odds.yearOfStrangers).toBeCloseTo(1.2e-3, 12);
    expect(odds.year).toBeCloseTo(1.4e-3, 12);
  });

  it('are no worse than what we promise', () => {
    expect(oddsOf(defaultPolicy).lock).toBeLessThanOrEqual(worstLock);
    expect(oddsOf(defaultPolicy).year).toBeLessThanOrEqual(worstYear);
  });

  it.each([
    [{ WRONG_CODES_IN_ROW: '11' }, /^WRONG_CODES_IN_ROW and OTP_DIGITS/],
    [{ OTP_DIGITS: '4' }, /^WRONG_CODES_IN_ROW and OTP_DIGITS/],
    [{ RESET_LIMIT: '9' }, /^RESET_LIMIT, WRONG_CODES_IN_ROW and OTP_DIGITS/],
  ])('stop the start where settings break them: %j', (settings, fault) => {
    expect(faultsOf({ ...least, ...settings })).toContainEqual(expect.stringMatching(fault));
  });

  it.each([
    { RESET_LIMIT: '8' },
    { RESET_LIMIT: '20', OTP_DIGITS: '6' },
    { WRONG_CODES_IN_ROW: '100', OTP_DIGITS: '6' },
  ])('let the start go on where they hold: %j', (settings) => {
    expect(faultsOf({ ...least, ...settings })).toEqual([]);
  });
});
