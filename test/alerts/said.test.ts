import { describe, expect, it } from 'vitest';
import { causes, type AlertFacts, type Cause } from '../../src/alerts/causes.js';
import { renderAlert } from '../../src/bot/news/alert.js';
import { roles } from '../../src/people/role.js';
import { locales } from '../../src/words/words.js';
import { bare } from '../conversations/screen.js';
import { realWords } from '../conversations/harness.js';

/** What each cause knows when it is raised. */
const examples: Record<Cause, { about?: string; facts?: AlertFacts }> = {
  'not-me': {
    about: '310002',
    facts: { reference: 'ACDEFGHJ', path: 'closed', platform: 'bale', mark: '۳' },
  },
  'account-missing': { facts: { waiting: 3 } },
  'not-my-change': { about: '310002', facts: { reference: 'ACDEFGHJ' } },
  'account-lock': { about: '310002', facts: { reference: 'ACDEFGHJ', lock: 'done', sessions: 'failed' } },
  'closed-for-wrong-codes': { about: '310002', facts: { reference: 'ACDEFGHJ' } },
  'reset-with-staff': { facts: { waiting: 12 } },
  'sms-budget-spent': { facts: { until: Date.UTC(2026, 4, 10), reserve: 'left' } },
  'sms-resting': { about: 'kavenegar' },
  'sms-misconfigured': { about: 'smsir' },
  'sms-no-credit': { about: 'melipayamak' },
  'sms-credit-low': { about: 'kannel', facts: { left: 12_500, unit: 'rials' } },
  'portal-silent': {},
  'portal-back': {},
  'most-accounts-missing': { facts: { missing: 12, answers: 15 } },
  'too-many-members': { facts: { most: 5, reference: 'ACDEFGHJ', platform: 'bale', mark: 'abcdef' } },
  'many-wrong-pairs': { facts: { count: 60 } },
  'many-wrong-codes': { facts: { count: 100, until: Date.UTC(2026, 4, 10) } },
  'wrong-codes-over': {},
  'messenger-wants-rest': { about: 'bale' },
  'token-refused': { about: 'bale' },
  'update-parked': {},
  'job-failed': { about: 'seal-audit' },
  'jobs-missing': {},
  'trail-broken': { facts: { place: 17 } },
  'trail-not-genuine': { facts: { what: 'missing', writer: 'abcdefghijklmnop', number: 17 } },
};
const all = Object.keys(causes) as Cause[];
const owner = {
  personId: 1,
  name: 'پروانه',
  role: 'owner',
  chatKey: 'telegram:1:1',
  rankedSince: null,
} as const;
const event = (cause: Cause) => {
  const { about = '', facts = {} } = examples[cause];
  return { kind: 'staff-alert', cause, about, facts } as const;
};

describe('what staff are told of trouble', () => {
  it.each(all)('%s has words in both languages, from what it knows', (cause) => {
    const told = renderAlert(owner, event(cause));
    const messages = told?.message as unknown as (Record<string, string> & { provider?: { kind: string } })[];
    for (const locale of locales) {
      const said = messages.map(({ kind, provider, ...blanks }) => {
        const named = provider ? { provider: realWords.say(locale, provider.kind) } : {};
        return bare(realWords.say(locale, String(kind), { ...blanks, ...named }));
      });
      const text = said.join(' ');
      expect(text.length).toBeGreaterThan(20);
      // What a person is to copy keeps its own digits.
      if (locale === 'fa') expect(text.replace('310002', '')).not.toMatch(/[0-9]/);
    }
  });

  it.each(all)('%s is read by the least role that hears of it, and not below', (cause) => {
    const hears = roles.filter((role) => renderAlert({ ...owner, role }, event(cause)) !== null);
    expect(hears).toEqual(roles.slice(roles.indexOf(causes[cause].least)));
  });

  it('is read of “this was not me” though an older program left out how the path stood', () => {
    const old = { ...event('not-me'), facts: { reference: 'ACDEFGHJ' } };
    expect(renderAlert(owner, old)?.message).toMatchObject([{ kind: 'alert-not-me', path: 'closed' }]);
  });

  it('leads to the member whom it is about', () => {
    expect(renderAlert(owner, event('not-me'))?.keyboard).toEqual(['member:310002']);
    expect(renderAlert(owner, event('portal-silent'))?.keyboard).toEqual([]);
  });
});
