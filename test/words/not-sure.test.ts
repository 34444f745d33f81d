import { describe, expect, it } from 'vitest';
import { realWords } from '../conversations/harness.js';

describe('whoever said “this was not me” is told no more than the portal has confirmed', () => {
  it.each([
    ['fa', /شاید/g, /قفل نشد\.|خارج نشدند\./],
    ['en', /\bmay\b/g, /couldn’t|are still/],
  ] as const)('where it has not answered (%s)', (locale, doubt, certainty) => {
    const told = { lock: 'failed', sessions: 'failed', reference: 'ABCD2345', support: '021' };
    const said = realWords.say(locale, 'account-lock', told);
    expect(said.match(doubt)).toHaveLength(2);
    expect(said).not.toMatch(certainty);
  });
});

describe('whoever begins again while their SMS still waits for a vendor', () => {
  it.each([
    ['fa', /پیامک (کردیم|شد)/],
    ['en', /texted/],
  ] as const)('is not told that it was sent (%s)', (locale, sent) => {
    expect(realWords.say(locale, 'code-still-valid', { mobile: '0912•••••02' })).not.toMatch(sent);
  });
});
