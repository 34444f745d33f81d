import { expect, it } from 'vitest';
import type { Rules } from '../../conversations/talk.js';
import { dialogueVersion } from '../../conversations/version.js';

const rules: Rules = {
  insuredCodePattern: /^\d{4,12}$/,
  codeDigits: 5,
  resetsPerPeriod: 5,
  firstMobile: 'typed',
};

it('the same program with the same rules goes on with its dialogues', () => {
  expect(dialogueVersion(rules)).toMatch(/^[0-9a-f]{16}$/);
  expect(dialogueVersion({ ...rules })).toBe(dialogueVersion(rules));
});

it.each<Partial<Rules>>([{ firstMobile: 'contact' }, { insuredCodePattern: /^\d{6}$/ }, { codeDigits: 6 }])(
  'other rules (%o) do not go on with what was answered under these',
  (change) => {
    expect(dialogueVersion({ ...rules, ...change })).not.toBe(dialogueVersion(rules));
  },
);
