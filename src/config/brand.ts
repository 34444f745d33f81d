import { z } from 'zod';
import { isAddress } from '../settings/kinds.js';

/** Patterns are tried on what anybody types, so they must be short. */
const longestPattern = 100;

/** The insurer as members meet it. */
export const brand = z.object({
  BRAND_NAME: z.string().max(40, 'must have 40 characters at most').default('بیمه نوین'),
  SUPPORT_CONTACT: z.string().max(60, 'must have 60 characters at most').optional(),
  PORTAL_LOGIN_URL: z
    .string()
    .refine(isAddress, 'must be an address that begins with https:// (or http://)')
    .optional(),
  INSURED_CODE_PATTERN: z
    .string()
    .max(longestPattern, `must have ${longestPattern} characters at most`)
    .default('^\\d{4,12}$')
    .refine((text) => text.startsWith('^') && text.endsWith('$'), 'must begin with ^ and end with $')
    .transform((text, ctx) => {
      try {
        return new RegExp(text);
      } catch {
        ctx.addIssue({ code: 'custom', message: 'is no regular expression' });
        return z.NEVER;
      }
    }),
});
