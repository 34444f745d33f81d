import { describe, expect, it } from 'vitest';
import { parseCode } from '../../src/identity/code.js';
import { readContact } from '../../src/identity/contact.js';
import { identityErrors } from '../../src/identity/errors.js';
import { parseInsuredCode } from '../../src/identity/insured-code.js';
import { parseMobile } from '../../src/identity/mobile.js';
import { parseNationalId } from '../../src/identity/national-id.js';
import type { Parsed } from '../../src/identity/parsed.js';
import { always, anyText, hostileTexts } from './typing.js';

const readMobileCard = (text: string) => {
  const card = readContact({
    phoneNumber: text,
    userId: text,
    forwarded: false,
    privateChat: true,
    senderId: '1',
  });
  return card.ok ? { ...card, value: card.value.number } : card;
};

/** Each question, and what its good answers look like. */
const questions: {
  asks: string;
  parse: (text: string) => Parsed<string, string>;
  good: RegExp;
  finds?: string[];
}[] = [
  { asks: 'the insured code', parse: (text: string) => parseInsuredCode(text), good: /^\d{4,12}$/ },
  { asks: 'the national ID', parse: parseNationalId, good: /^(\d{10}|\d{12})$/ },
  { asks: 'the mobile', parse: parseMobile, good: /^09\d{9}$/ },
  { asks: 'the contact card', parse: readMobileCard, good: /^09\d{9}$/ },
  {
    asks: 'the code',
    parse: (text: string) => parseCode(text, 5),
    good: /^\d{5}$/,
    // It is found among whatever stands around it.
    finds: ['۱۲۳۴۵🙂', '0x12345'],
  },
];

describe.each(questions)('whatever is sent where the bot asks $asks', ({ parse, good, finds = [] }) => {
  const answersWell = (text: string) => {
    const answer = parse(text);
    if (!answer.ok) return expect(identityErrors).toContain(answer.error);
    expect(answer.value).toMatch(good);
    expect(parse(answer.value)).toMatchObject({ ok: true, value: answer.value });
  };

  it('becomes a good answer that stays the same, or a reason that has words', () => {
    always(anyText, answersWell);
  });

  it.each(hostileTexts)('%#: is met as well', (text) => {
    answersWell(text);
    expect(parse(text).ok).toBe(finds.includes(text));
  });
});

describe('the reasons', () => {
  it('are each there once', () => {
    expect(new Set(identityErrors).size).toBe(identityErrors.length);
  });
});
