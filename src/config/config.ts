import { hostname } from 'node:os';
import type { WarnAt } from '../alerts/watch.js';
import type { InsurerFacts } from '../chat/services.js';
import type { DatabaseSettings } from '../db/database-url.js';
import type { DialogueLife } from '../dialogues/store.js';
import type { MessengerSettings } from '../messenger/messenger.js';
import type { Policy } from '../reset/policy.js';
import type { AccountName } from '../chats/address.js';
import type { SmsSettings } from '../sms/vendors/registry.js';
import { brand } from './brand.js';
import { readMessengers } from './messengers.js';
import { readOwnership, type OwnershipSettings } from './ownership.js';
import { policy } from './policy.js';
import { readPortal, type PortalSettings } from './portal.js';
import { ownProcess } from './process.js';
import { readGroup, type Env, type Read } from './setting.js';
import { readSms, renamedFaults, supportFaults } from './sms.js';
import { staff } from './staff.js';
import { storage } from './storage.js';
import { productionFaults } from './production.js';
import { warnings } from './warnings.js';
import { readUpdates, type UpdatesSettings } from './updates.js';
import { hour, minute } from '../durations.js';

/** Everything that an operator decides, checked. */
export interface Config {
  messengers: readonly MessengerSettings[];
  updates: UpdatesSettings;
  database: DatabaseSettings;
  /** Shares the flood limit among replicas; null: each counts for itself. */
  redisUrl: string | null;
  /** Application keys, newest first. */
  keys: readonly Buffer[];
  sms: readonly SmsSettings[];
  portal: PortalSettings;
  ownership: OwnershipSettings;
  facts: InsurerFacts;
  /** The first owners of staff, each by all accounts of theirs. */
  admins: readonly (readonly AccountName[])[];
  /** How long rank and account have to be held by whoever is to be one of two. */
  secondPersonAfterMs: number;
  /** Supervisors and owners read each morning what the day before was like. */
  morningDigest: boolean;
  insuredCodePattern: RegExp;
  policy: Policy;
  dialogue: DialogueLife;
  /** From where on staff are told by themselves. */
  warnAt: WarnAt;
  updatesPerMinute: number;
  /** Health and metrics; port 0: any free one. */
  http: { host: string; port: number };
  /** What this process is called in its log and its metrics. */
  replica: string;
  logLevel: string;
}

/** Every fault of the settings, in one message for the operator. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
  constructor(readonly faults: readonly string[]) {
    super(`The settings are not complete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** What lists of members need at a shell: the records and their keys, and no messenger. */
export type ImportConfig = Pick<Config, 'database' | 'keys' | 'policy' | 'insuredCodePattern'>;

/** Reads these settings alone. Throws a `ConfigFault` that lists all that is wrong with them. */
export function readImportConfig(env: Env): ImportConfig {
  const set = setIn(env);
  const [store, rules] = [readGroup(importSettings, set), readGroup(policy, set)];
  if (!store.ok || !rules.ok)
    throw new ConfigFault([store, rules].flatMap((read) => (read.ok ? [] : read.faults)));
  const { DATABASE_URL: database, APP_KEYS: keys, INSURED_CODE_PATTERN: insuredCodePattern } = store.value;
  return { database, keys, insuredCodePattern, policy: rules.value };
}

const importSettings = storage
  .pick({ DATABASE_URL: true, APP_KEYS: true })
  .extend(brand.pick({ INSURED_CODE_PATTERN: true }).shape);

const setIn = (env: Env): Env => Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

/** Reads the settings. Throws a `ConfigFault` that lists all that is wrong, not only the first. */
export function readConfig(env: Env): Config {
  const set = setIn(env);
  const faults: string[] = [];
  const kept = <T>(read: Read<T>): T => {
    if (!read.ok) faults.push(...read.faults);
    // What is missing here is never looked at: the faults are thrown first.
    return read.ok ? read.value : (undefined as T);
  };
  const bots = kept(readMessengers(set));
  const updates = kept(readUpdates(set));
  const store = kept(readGroup(storage, set));
  const sms = kept(readSms(set));
  const portal = kept(readPortal(set));
  const ownership = kept(readOwnership(set));
  const insurer = kept(readGroup(brand, set));
  const running = kept(readGroup(ownProcess, set));
  const rules = kept(readGroup(policy, set));
  const owners = kept(readGroup(staff, set));
  const warnAt = kept(readGroup(warnings, set));
  faults.push(...renamedFaults(set), ...supportFaults(set), ...productionFaults(set));
  if (faults.length > 0) throw new ConfigFault(faults);
  return {
    messengers: bots,
    updates,
    database: store.DATABASE_URL,
    redisUrl: store.REDIS_URL ?? null,
    keys: store.APP_KEYS,
    sms,
    portal,
    ownership,
    facts: {
      brand: insurer.BRAND_NAME,
      keptDays: store.KEEP_AFTER_COVER_DAYS,
      coolOffHours: rules.numberCoolOffMs / hour,
      supportContact: insurer.SUPPORT_CONTACT ?? insurer.BRAND_NAME,
      loginUrl: insurer.PORTAL_LOGIN_URL ?? null,
    },
    admins: owners.ADMINS,
    secondPersonAfterMs: owners.SECOND_PERSON_AFTER_HOURS * hour,
    morningDigest: owners.MORNING_DIGEST === 'on',
    insuredCodePattern: insurer.INSURED_CODE_PATTERN,
    policy: { ...rules, asksOwner: ownership.kind !== 'off' },
    dialogue: {
      idleMs: running.DIALOGUE_IDLE_MINUTES * minute,
      wholeMs: running.DIALOGUE_MOST_MINUTES * minute,
    },
    warnAt,
    updatesPerMinute: running.UPDATES_PER_MINUTE,
    http: { host: running.HTTP_HOST, port: running.HTTP_PORT },
    replica: running.REPLICA_NAME ?? hostname(),
    logLevel: running.LOG_LEVEL,
  };
}
