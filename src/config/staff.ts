import { z } from 'zod';
import { usualImportPolicy } from '../import/policy.js';
import type { AccountName } from '../people/people.js';
import { list, whole } from '../settings/kinds.js';

/** Staff, and what one of them may do alone. The first owners: `telegram:123,bale:456`; two accounts of one person are joined, `telegram:123+bale:456`. */
export const staff = z.object({
  ADMINS: list
    .transform((entries, ctx): AccountName[][] =>
      entries.map((entry) =>
        entry.split('+').map((part) => {
          const [, platform, account] = /^(telegram|bale):(\d{1,20})$/.exec(part.trim()) ?? [];
          if (!platform || !account)
            ctx.addIssue({ code: 'custom', message: 'must name accounts as telegram:123 or bale:456' });
          return { platform: platform as AccountName['platform'], account: account ?? '' };
        }),
      ),
    )
    .default([]),
  MORNING_DIGEST: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LIST_IDENTITIES_ALONE: whole(usualImportPolicy.identitiesAlone, 0, usualImportPolicy.identitiesAlone),
});
