import { isIP } from 'node:net';
import { z } from 'zod';
import { secret } from './secrets.js';

/** A text that must be there. */
export const needed = (how: string) => z.string({ error: `is missing: ${how}` });

/** The same for a key, a token or a password. */
export const secretText = (how: string) => secret(needed(how));

/** An address with http or https; a slash at its end is dropped. */
export const address = (fallback: string) => trimmed(z.string().default(fallback));
export const neededAddress = (how: string) => trimmed(needed(how));
export const optionalAddress = trimmed(z.string()).optional();

function trimmed(text: z.ZodType<string, string | undefined>) {
  return text
    .refine(isAddress, 'must be an address that begins with https:// (or http://)')
    .transform((url) => url.replace(/\/+$/, ''));
}

/** A number by which a vendor names something of ours. */
export const neededNumber = (how: string) =>
  needed(how)
    .regex(/^\d{1,15}$/, 'must be a number')
    .transform(Number);

/** A secret that we hand to somebody who calls us; may stand in an address or a header. */
export const sharedSecret = secret(
  z
    .string()
    .regex(
      /^[\w-]{16,256}$/,
      'must have 16 to 256 Latin letters, digits, - or _; make one with "openssl rand -hex 24"',
    ),
);

export function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Where a port of ours is open: to this machine alone unless something else is said. */
export const ownAddress = z
  .string()
  .default('127.0.0.1')
  .refine(
    (text) => isIP(text) !== 0 || text === 'localhost',
    'must be an address of this machine without a port or brackets, as 127.0.0.1, 10.0.0.5, ::1, or 0.0.0.0 for all',
  );

/** A whole number within bounds. */
export const wholeNumber = (fallback: number, least: number, most: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number);

/** A number within bounds, as 0.001. */
export const decimal = (fallback: number, least: number, most: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d+(\.\d+)?$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a number from ${least} to ${most}`,
    })
    .transform(Number);

/** A whole number within bounds, or none. */
export const optionalWhole = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })
    .transform(Number)
    .optional();

/** A comma list, without what is empty. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
);

/** A group of settings that all begin alike; whoever reads it knows them by the rest of their names. */
export function prefixed<Shape extends z.ZodRawShape>(prefix: string, shape: Shape) {
  const named = Object.entries(shape).map(([rest, setting]) => [`${prefix}${rest}`, setting] as const);
  const inShort = (env: object) =>
    Object.entries(env).map(([name, value]) => [name.slice(prefix.length), value as unknown] as const);
  return z
    .object(Object.fromEntries(named))
    .transform((env) => Object.fromEntries(inShort(env)) as z.output<z.ZodObject<Shape>>);
}
