import { z } from 'zod';
import { brand } from './brand.js';
import { messengers } from './messengers.js';
import { ownershipKind, ownershipServices } from './ownership.js';
import { policy } from './policy.js';
import { httpPortal, portalKind } from './portal.js';
import { ownProcess } from './process.js';
import type { Env } from './setting.js';
import { smsOrder } from './sms.js';
import { smsVendors } from './sms-vendors.js';
import { staff } from './staff.js';
import { storage } from './storage.js';
import { updatesKind, webhook } from './updates.js';
import { warnings } from './warnings.js';

/** Settings by what becomes of them. */
export interface KnownSettings {
  /** Names of those that the product reads, as it is set. */
  read: string[];
  /** Names of those that it would read if it was set otherwise, as of a vendor that is not used. */
  idle: string[];
}

/** Every setting there is; `env` decides which of them are read. */
export function knownSettings(env: Env): KnownSettings {
  const named = (setting: string): string[] => (env[setting] ?? '').split(',').map((name) => name.trim());
  const groups: [z.ZodType, boolean][] = [
    ...always.map((group): [z.ZodType, boolean] => [group, true]),
    [webhook, env['UPDATES'] === 'webhook'],
    [httpPortal, env['PORTAL'] === 'http'],
    ...chosen(smsVendors, named('SMS_PROVIDERS')),
    ...chosen(ownershipServices, named('OWNERSHIP')),
  ];
  const namesOf = (wanted: boolean): string[] =>
    groups.flatMap(([group, isRead]) => (isRead === wanted ? namesIn(group) : []));
  return { read: namesOf(true), idle: namesOf(false) };
}

const always: readonly z.ZodType[] = [
  ...[
    messengers,
    updatesKind,
    storage,
    smsOrder,
    portalKind,
    brand,
    ownProcess,
    policy,
    staff,
    warnings,
    ownershipKind,
  ],
];

const chosen = (all: Readonly<Record<string, z.ZodType>>, names: readonly string[]): [z.ZodType, boolean][] =>
  Object.entries(all).map(([name, group]) => [group, names.includes(name)]);

function namesIn(group: z.ZodType): string[] {
  if (group instanceof z.ZodObject) return Object.keys(group.shape);
  return group instanceof z.ZodPipe ? namesIn(group.in as z.ZodType) : [];
}
