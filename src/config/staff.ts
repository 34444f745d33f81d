import { z } from 'zod';
import { parseAccount, type AccountName } from '../chats/address.js';
import { hour } from '../durations.js';
import { usualSecondAfterMs } from '../people/second-persons.js';
import { platformNames } from '../platforms.js';
import { list, wholeNumber } from '../settings/kinds.js';

const examples = platformNames.map((name) => `${name}:123`).join(' or ');

/** Staff. The first owners: `telegram:123,bale:456`; two accounts of one person are joined, `telegram:123+bale:456`. */
export const staff = z.object({
  ADMINS: list
    .transform((entries, ctx): AccountName[][] =>
      entries.map((entry) =>
        entry.split('+').flatMap((part) => {
          const account = parseAccount(part.trim());
          if (!account) ctx.addIssue({ code: 'custom', message: `must name accounts as ${examples}` });
          return account ?? [];
        }),
      ),
    )
    .default([]),
  SECOND_PERSON_AFTER_HOURS: wholeNumber(usualSecondAfterMs / hour, 0, 168),
  MORNING_DIGEST: z.enum(['on', 'off'], 'must be on or off').default('on'),
});
