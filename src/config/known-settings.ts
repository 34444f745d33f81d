import { z } from 'zod';
import { isSecret } from '../settings/secrets.js';
import { smsVendors } from '../sms/vendors/registry.js';
import { brand } from './brand.js';
import { messengerGroups } from './messengers.js';
import { ownershipKind, ownershipServices } from './ownership.js';
import { policy } from './policy.js';
import { httpPortal, portalKind } from './portal.js';
import { ownProcess } from './process.js';
import type { Env } from './setting.js';
import { smsOrder } from './sms.js';
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
  const namesOf = (wanted: boolean): string[] =>
    groups.flatMap(({ group, isRead }) => (isRead(env) === wanted ? Object.keys(settingsIn(group)) : []));
  return { read: namesOf(true), idle: namesOf(false) };
}

/** Names of those that are marked as secrets. */
export function secretSettings(): ReadonlySet<string> {
  const settings = groups.flatMap(({ group }) => Object.entries(settingsIn(group)));
  return new Set(settings.flatMap(([name, setting]) => (isSecret(setting) ? [name] : [])));
}

interface Group {
  group: z.ZodType;
  isRead: (env: Env) => boolean;
}

const always = [
  ...[...messengerGroups, updatesKind, storage, smsOrder, portalKind],
  ...[brand, ownProcess, policy, staff, warnings, ownershipKind],
];

const smsGroups = Object.fromEntries(Object.values(smsVendors).map(({ name, settings }) => [name, settings]));

const groups: readonly Group[] = [
  ...always.map((group) => ({ group, isRead: () => true })),
  { group: webhook, isRead: (env) => env['UPDATES'] === 'webhook' },
  { group: httpPortal, isRead: (env) => env['PORTAL'] === 'http' },
  ...chosenBy('SMS_PROVIDERS', smsGroups),
  ...chosenBy('OWNERSHIP', ownershipServices),
];

/** Of these, those are read that the setting names. */
function chosenBy(setting: string, all: Readonly<Record<string, z.ZodType>>): Group[] {
  const named = (env: Env): string[] => (env[setting] ?? '').split(',').map((name) => name.trim());
  return Object.entries(all).map(([name, group]) => ({ group, isRead: (env) => named(env).includes(name) }));
}

function settingsIn(group: z.ZodType): Readonly<Record<string, z.ZodType>> {
  if (group instanceof z.ZodObject) return group.shape;
  return group instanceof z.ZodPipe ? settingsIn(group.in as z.ZodType) : {};
}
