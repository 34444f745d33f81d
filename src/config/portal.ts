import { z } from 'zod';
import { neededAddress, secretText } from '../settings/kinds.js';
import { readGroup, type Env, type Read } from './setting.js';

/** `local`: the embedded portal, for development. */
export type PortalSettings = { kind: 'local' } | { kind: 'http'; url: string; token: string; secret: string };

export const portalKind = z.object({
  PORTAL: z.enum(['local', 'http'], 'must be http or local').default('local'),
});

export const httpPortal = z
  .object({
    PORTAL_API_URL: neededAddress('PORTAL=http needs the address of the portal’s API'),
    PORTAL_API_TOKEN: secretText('PORTAL=http needs the token that the portal has issued'),
    PORTAL_API_SECRET: secretText('PORTAL=http needs the secret that requests are signed with'),
  })
  .transform((env) => ({
    kind: 'http' as const,
    url: env.PORTAL_API_URL,
    token: env.PORTAL_API_TOKEN,
    secret: env.PORTAL_API_SECRET,
  }));

export function readPortal(env: Env): Read<PortalSettings> {
  const kind = readGroup(portalKind, env);
  if (!kind.ok) return kind;
  return kind.value.PORTAL === 'http' ? readGroup(httpPortal, env) : { ok: true, value: { kind: 'local' } };
}
