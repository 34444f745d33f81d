import { z } from 'zod';
import { needed, neededAddress, ownAddress, sharedSecret, wholeNumber } from '../settings/kinds.js';
import { readGroup, type Env, type Read } from './setting.js';

/** Where a messenger reaches us, and what proves that it is the messenger. */
export interface WebhookSettings {
  /** Public address without a slash at its end; each messenger gets a path under it. */
  url: string;
  secret: string;
}

/** Whether updates are fetched, or brought to a port of ours; `host`: the address of this machine where it is open. */
export type UpdatesSettings =
  { kind: 'polling' } | ({ kind: 'webhook'; host: string; port: number } & WebhookSettings);

export const updatesKind = z.object({
  UPDATES: z.enum(['polling', 'webhook'], 'must be polling or webhook').default('polling'),
});

export const webhook = z
  .object({
    WEBHOOK_URL: neededAddress('UPDATES=webhook needs the public address where messengers reach us'),
    WEBHOOK_SECRET: needed('UPDATES=webhook needs one; make it with "openssl rand -hex 24"').pipe(
      sharedSecret,
    ),
    HOST: ownAddress,
    PORT: wholeNumber(8080, 0, 65_535),
  })
  .transform((env) => ({
    kind: 'webhook' as const,
    url: env.WEBHOOK_URL,
    secret: env.WEBHOOK_SECRET,
    host: env.HOST,
    port: env.PORT,
  }));

export function readUpdates(env: Env): Read<UpdatesSettings> {
  const kind = readGroup(updatesKind, env);
  if (!kind.ok) return kind;
  return kind.value.UPDATES === 'webhook'
    ? readGroup(webhook, env)
    : { ok: true, value: { kind: 'polling' } };
}
