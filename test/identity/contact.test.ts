import { describe, expect, it } from 'vitest';
import { readContact, type ContactCard } from '../../src/identity/contact.js';

const own: ContactCard = {
  phoneNumber: '+989120000001',
  userId: 1001,
  forwarded: false,
  privateChat: true,
  senderId: '1001',
};
const proven = { ok: true, value: { number: '09120000001', source: 'contact' } };
const typed = { ok: true, value: { number: '09120000001', source: 'typed' } };

describe('a contact card', () => {
  it.each<[string, Partial<ContactCard>]>([
    ['from Telegram', {}],
    ['with an id in text', { userId: '1001' }],
    ['with 00 in front', { phoneNumber: '00989120000001' }],
    ['without a plus', { phoneNumber: '989120000001' }],
    ['with a zero', { phoneNumber: '09120000001' }],
    ['held as an integer', { phoneNumber: 989120000001 }],
    ['held as an integer that lost its zero', { phoneNumber: 9120000001 }],
    ['in Persian digits and spaces', { phoneNumber: '+۹۸ ۹۱۲ ۰۰۰ ۰۰۰۱' }],
    ['with an id beyond 2^31', { userId: 4503599627370495, senderId: '4503599627370495' }],
  ])('of one’s own, %s, proves the number', (_, change) => {
    expect(readContact({ ...own, ...change })).toEqual(proven);
  });

  it.each([undefined, null, 0, '0', '', '1001x', 'x1001', Number.NaN, -1001, 1001.5, {}, true])(
    'whose owner is %s counts as typed',
    (userId) => {
      expect(readContact({ ...own, userId })).toEqual(typed);
    },
  );

  it.each<[string, Partial<ContactCard>, string]>([
    ['of somebody else', { userId: 1002 }, 'contact-foreign'],
    ['of somebody whose id goes on', { userId: 10010 }, 'contact-foreign'],
    ['of somebody whose id ends sooner', { userId: 100 }, 'contact-foreign'],
    ['of one’s own, forwarded', { forwarded: true }, 'contact-forwarded'],
    ['of somebody else, forwarded', { forwarded: true, userId: 1002 }, 'contact-forwarded'],
    ['without an owner, forwarded', { forwarded: true, userId: undefined }, 'contact-forwarded'],
    ['of one’s own, in a group', { privateChat: false }, 'contact-not-private'],
    ['with a number from abroad', { phoneNumber: '+12025550100' }, 'mobile-foreign'],
    ['with no number', { phoneNumber: undefined }, 'mobile-not-digits'],
    ['with a number that is none', { phoneNumber: 9.12e40 }, 'mobile-not-digits'],
    ['with two numbers in one', { phoneNumber: '09120000001,09120000002' }, 'mobile-not-digits'],
  ])('%s is refused', (_, change, error) => {
    expect(readContact({ ...own, ...change })).toMatchObject({ ok: false, error });
  });
});
