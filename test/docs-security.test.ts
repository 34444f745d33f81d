import { describe, expect, it } from 'vitest';
import { deviations } from '../src/cli/checks/odds.js';
import { readConfig } from '../src/config/config.js';
import { usualSecondAfterMs } from '../src/people/second-persons.js';
import { unusedForMs } from '../src/reset/bound-chats.js';
import { oddsOf, worstLock, worstYear } from '../src/reset/odds.js';
import { defaultPolicy as policy } from '../src/reset/policy.js';
import { least } from './config/complete-settings.js';
import { onMariaDb, usualSequences } from './insider/sequences.js';
import { read, rows, section } from './support/documents.js';

describe('the numbers of docs/security.md', () => {
  const told = new Map(rows(read('docs/security.md')).map(([what = '', value = '']) => [what, value]));
  const codes = 10 ** policy.codeDigits;
  const odds = (tries: number): string => (tries / codes).toExponential();
  const reckoned = oddsOf(policy);
  const minutes = policy.wrongPairWaitsMs.map((ms) => ms / 60_000);

  it.each([
    ['possible codes', `${codes.toLocaleString('en')} (${policy.codeDigits} digits, leading zeros kept)`],
    [
      'wrong codes that end a challenge',
      `${policy.wrongCodesPerChallenge}, so ${odds(policy.wrongCodesPerChallenge)} a challenge`,
    ],
    [
      'wrong codes in a row that lock the reset path for a purse, over its challenges',
      `${policy.wrongCodesInRow}, so ${odds(policy.wrongCodesInRow)} a lock`,
    ],
    ['first lock', `${policy.lockMs / 3_600_000} hours`],
    [
      'sends of one challenge',
      `${policy.sendPausesMs.length + 1}, after pauses of ${policy.sendPausesMs.map((ms) => `${ms / 1_000} s`).join(' and ')}`,
    ],
    ['sends to one mobile, and for one member, a day', `${policy.sendsPerMobileAndDay} in each purse`],
    ['sends to one mobile, and for one member, a day', `${policy.sendsPerMemberAndDay} in each purse`],
    [
      'sends to a number that is only offered, a day',
      `${policy.sendsPerOfferedMobileAndDay}, of a purse of its own`,
    ],
    ['sends from one chat an hour', String(policy.sendsPerChatAndHour)],
    ['sends of the whole bot', `${policy.sendsPerHour} an hour, ${policy.sendsPerDay} a day`],
    [
      'wrong pairs from one chat',
      `${policy.wrongPairsPerChat}, then waits of ${minutes.slice(0, -2).join(', ')} and ${minutes.at(-2)} minutes, then a day each`,
    ],
    [
      'wrong pairs about one insured code, and one national ID, a day',
      `${policy.wrongPairsPerIdentifierAndDay} in each purse`,
    ],
    [
      "questions to the operators' register about one member, a day",
      `${policy.ownerQuestionsPerMemberAndDay}, then staff`,
    ],
    ['recoveries in a period of cover', `${policy.resetsPerPeriod}, refused by the database itself`],
  ])('hold: %s', (what, value) => {
    expect(told.get(what)).toBe(value);
  });

  it.each([
    ['one member, by strangers, while neither staff nor member act', reckoned.untilStaff],
    ['one member, by strangers, in a year', reckoned.yearOfStrangers],
    ['one member, by somebody who also has a bound chat, in a year', reckoned.year],
    ['all members together, a day of guessing', reckoned.dayOverAll],
  ])('hold as they are reckoned: %s', (what, value) => {
    expect(Number(told.get(what))).toBeCloseTo(value, 12);
  });

  it('stand beside deviations that the doctor names, each by the same name, and no others', () => {
    const [, , ...told] = rows(section(read('docs/security.md'), 'Deviations, by name'));
    expect(deviations).toEqual(told.map(([name]) => name));
  });

  it('hold where it says what one insider can still do, and how that is looked for', () => {
    const [text, hours] = [read('docs/security.md'), (ms: number): string => `(${ms / 3_600_000} hours)`];
    expect(text.match(/^## What one insider can still do$/gm)).toHaveLength(1);
    expect(text).toContain(`\`SECOND_PERSON_AFTER_HOURS\` ${hours(usualSecondAfterMs)}`);
    expect(text).toContain(`\`NUMBER_COOL_OFF_HOURS\` ${hours(policy.numberCoolOffMs)}`);
    expect(text).toContain(`\`KEEP_AFTER_COVER_DAYS\` (${readConfig(least).facts.keptDays} days)`);
    expect(text).toContain(`or after ${unusedForMs / 86_400_000} days without use`);
    expect(text).toContain(`ten more tries (${odds(policy.wrongCodesInRow)})`);
    expect(text).toContain(
      `plays ${usualSequences} sequences on SQLite and ${onMariaDb(usualSequences)} on MariaDB`,
    );
  });

  it('hold in the reckoning of the worst year', () => {
    const text = read('docs/security.md');
    expect(text).toContain(`strangers have ${2 * policy.wrongCodesInRow} tries before staff have to act`);
    expect(text).toContain(
      `of a lock above ${worstLock.toExponential()}, those of a year above ${worstYear.toExponential()}`,
    );
    expect(minutes.at(-1)).toBe(24 * 60);
    expect(policy.codeLifeMs).toBe(5 * 60_000);
    expect(told.has('code life of five minutes')).toBe(true);
  });
});
