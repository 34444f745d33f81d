import { z } from 'zod';
import type { Condition, HttpOwnershipSettings } from '../ownership/http.js';
import type { JibitSettings } from '../ownership/jibit.js';
import type { ZohalSettings } from '../ownership/zohal.js';
import { address, needed, neededAddress, secretText } from '../settings/kinds.js';
import { readGroup, type Env, type Read } from './setting.js';

/** Who is asked whether a first mobile is the member's own. */
export type OwnershipSettings =
  | { kind: 'off' }
  | ({ kind: 'jibit' } & JibitSettings)
  | ({ kind: 'zohal' } & ZohalSettings)
  | ({ kind: 'http' } & HttpOwnershipSettings);

export const ownershipKind = z.object({
  OWNERSHIP: z.enum(['off', 'jibit', 'zohal', 'http'], 'must be off, jibit, zohal or http').default('off'),
});

const jibit = z
  .object({
    JIBIT_API_KEY: secretText('OWNERSHIP=jibit; it stands in the Jibit panel'),
    JIBIT_SECRET_KEY: secretText('OWNERSHIP=jibit; it stands in the Jibit panel'),
    JIBIT_URL: address('https://napi.jibit.ir/ide'),
  })
  .transform((env) => ({
    kind: 'jibit' as const,
    apiKey: env.JIBIT_API_KEY,
    secretKey: env.JIBIT_SECRET_KEY,
    url: env.JIBIT_URL,
  }));

const zohal = z
  .object({
    ZOHAL_TOKEN: secretText('OWNERSHIP=zohal; it stands in the Zohal panel'),
    ZOHAL_URL: address('https://service.zohal.io'),
  })
  .transform((env) => ({ kind: 'zohal' as const, token: env.ZOHAL_TOKEN, url: env.ZOHAL_URL }));

/** `result=1, data.matched=true`: paths of the answer's JSON, and what stands there. */
const conditions = (how: string) =>
  needed(how).transform((text, ctx): Condition[] =>
    text.split(',').map((condition) => {
      const [, path = '', value = ''] = /^\s*([\w.-]+)=([^=]+?)\s*$/.exec(condition) ?? [];
      if (!value)
        ctx.addIssue({ code: 'custom', message: 'must be a comma list as result=1,data.matched=true' });
      return { path: path.split('.'), value };
    }),
  );

const blanks = ['{mobile}', '{nationalId}'];

const body = secretText('OWNERSHIP=http; JSON with {mobile} and {nationalId} where they belong').transform(
  (text, ctx): Record<string, unknown> => {
    const read = plainObject(text);
    if (read && blanks.every((blank) => text.includes(`"${blank}"`))) return read;
    ctx.addIssue({
      code: 'custom',
      message: 'must be a JSON object with "{mobile}" and "{nationalId}" where they belong',
    });
    return z.NEVER;
  },
);

function plainObject(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && !Array.isArray(read) ? (read as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

const http = z
  .object({
    OWNERSHIP_URL: neededAddress('OWNERSHIP=http; the address that the question is posted to'),
    OWNERSHIP_HEADER: secretText(
      'OWNERSHIP=http; the header with the key, as "authorization: Bearer …"',
    ).regex(/^[\w-]+: *[\x21-\x7e][\x20-\x7e]*$/, 'must be one header, as "authorization: Bearer …"'),
    OWNERSHIP_BODY: body,
    OWNERSHIP_MATCH: conditions('OWNERSHIP=http; what the answer says when the number is theirs'),
    OWNERSHIP_MISMATCH: conditions('OWNERSHIP=http; what the answer says when it is another’s'),
  })
  .transform((env) => {
    const [, name = '', value = ''] = /^([\w-]+): *(.*)$/.exec(env.OWNERSHIP_HEADER) ?? [];
    return {
      kind: 'http' as const,
      name: 'ownership service',
      url: env.OWNERSHIP_URL,
      headers: { [name.toLowerCase()]: value },
      body: env.OWNERSHIP_BODY,
      match: env.OWNERSHIP_MATCH,
      mismatch: env.OWNERSHIP_MISMATCH,
    };
  });

/** What each needs, by its name in `OWNERSHIP`. */
export const ownershipServices = { jibit, zohal, http };

export function readOwnership(env: Env): Read<OwnershipSettings> {
  const kind = readGroup(ownershipKind, env);
  if (!kind.ok) return kind;
  const { OWNERSHIP: name } = kind.value;
  if (name === 'off') return { ok: true, value: { kind: 'off' } };
  return readGroup<OwnershipSettings>(ownershipServices[name], env);
}
