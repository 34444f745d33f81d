import { z } from 'zod';
import { readDatabaseUrl } from '../db/database-url.js';
import { parseAppKeys } from '../keys/app-keys.js';
import { secretText, wholeNumber } from '../settings/kinds.js';
import { secret } from '../settings/secrets.js';

/** What keeps things, and the keys to it. */
export const storage = z.object({
  DATABASE_URL: secret(z.string())
    .default('sqlite:./data/ramzyar.db')
    .transform((text, ctx) => {
      const read = readDatabaseUrl(text);
      if (read.ok) return read.settings;
      ctx.addIssue({ code: 'custom', message: read.fault });
      return z.NEVER;
    }),
  REDIS_URL: secret(z.string())
    .refine(
      (text) => /^rediss?:\/\//.test(text) && URL.canParse(text),
      'must begin with redis:// or rediss://',
    )
    .optional(),
  KEEP_AFTER_COVER_DAYS: wholeNumber(400, 30, 3_650),
  APP_KEYS: secretText(
    'make one with "openssl rand -base64 32" and keep a copy of it in a safe place',
  ).transform((text, ctx) => {
    const read = parseAppKeys(text);
    if (read.ok) return read.keys;
    for (const fault of read.faults) ctx.addIssue({ code: 'custom', message: `is wrong: ${fault}` });
    return z.NEVER;
  }),
});
