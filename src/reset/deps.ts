import { makeAlerts, type Alerts } from '../alerts/alerts.js';
import { makeAudit, type Audit } from '../audit/audit.js';
import type { Clock } from '../clock.js';
import type { Transaction } from '../db/transaction.js';
import type { Keyring } from '../keys/keyring.js';
import { makeLimits, type Limits } from '../limits/limits.js';
import { makeMembers, type Members } from '../members/members.js';
import type { Random } from '../random.js';
import { makeReference } from '../reference.js';
import { makeStaffRequests, type StaffRequests } from '../requests/requests.js';
import { makeChallengeStore, type ChallengeStore } from './challenge-store.js';
import { makeLedgerStore, type LedgerStore } from './ledger-store.js';
import { makeAccessStore, type AccessStore } from './access-store.js';
import type { Policy } from './policy.js';
import type { ResetJobs } from './ports.js';
import type { Tell } from '../chats/tell.js';
import { makeQuotaStore, type QuotaStore } from './quota-store.js';
import type { ResetEvent } from './events.js';
import type { AlertEvent } from '../alerts/events.js';
import type { RequestEvent } from '../requests/events.js';

/** What the heart is handed: one transaction, and everything it must not fetch by itself. */
export interface ResetParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  policy: Policy;
  jobs: ResetJobs;
  chats: Tell<ResetEvent | AlertEvent | RequestEvent>;
}

/** The same, laid out for work: all rows it may touch, all inside the one transaction. */
export interface ResetDeps extends ResetParts {
  members: Members;
  access: AccessStore;
  challenges: ChallengeStore;
  quotas: QuotaStore;
  ledger: LedgerStore;
  limits: Limits;
  requests: StaffRequests;
  audit: Audit;
  alerts: Alerts;
  now: () => Date;
  /** A new random id of 128 bits, in hex. */
  id(): string;
  reference(): string;
}

const idBytes = 16;

export function makeResetDeps(parts: ResetParts): ResetDeps {
  const { tx, clock, random, policy } = parts;
  const audit = makeAudit(parts);
  return {
    ...parts,
    members: makeMembers(parts),
    access: makeAccessStore(tx),
    challenges: makeChallengeStore(tx),
    quotas: makeQuotaStore(tx, policy.resetsPerPeriod),
    ledger: makeLedgerStore(tx),
    limits: makeLimits(parts),
    requests: makeStaffRequests(parts),
    audit,
    alerts: makeAlerts({ ...parts, audit }),
    now: () => clock.now(),
    id: () => random.bytes(idBytes).toString('hex'),
    reference: () => makeReference(random),
  };
}
