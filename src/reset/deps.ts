import type { Alerts } from '../alerts/alerts.js';
import type { Audit } from '../audit/audit.js';
import type { Tell } from '../chats/tell.js';
import type { Clock } from '../clock.js';
import type { PasswordReset } from '../../entities/password-reset.js';
import type { Transaction } from '../db/transaction.js';
import { second } from '../durations.js';
import type { Keyring } from '../keys/keyring.js';
import { lazily } from '../lazy.js';
import type { Limits } from '../limits/limits.js';
import type { IdentityChanges } from '../members/identity-changes.js';
import type { Members } from '../members/members.js';
import type { Random } from '../random.js';
import { makeReference } from '../reference.js';
import type { StaffRequests } from '../requests/requests.js';
import { makeAccessStore, type AccessStore } from './access-store.js';
import { makeBoundChatStore, type BoundChatStore } from './bound-chat-store.js';
import { makeChallengeStore, type ChallengeStore } from './challenge-store.js';
import type { ResetEvent } from './events.js';
import { makeLedgerStore, type LedgerStore } from './ledger-store.js';
import type { Policy } from './policy.js';
import type { OnOutcome, RecoveryOutcome, ResetJobs } from './ports.js';
import { makeStandingStore, type StandingStore } from './standing-store.js';
import { makeFollowUpStore, type FollowUpStore } from './follow-up-store.js';
import { makeQuotaStore, type QuotaStore } from './quota-store.js';

/** What the heart is handed: one transaction, the services around it, and everything it must not fetch by itself. */
export interface ResetParts {
  tx: Transaction;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  policy: Policy;
  /** Left out where nobody counts. */
  onOutcome?: OnOutcome | undefined;
  /** Made when the first of them is needed, as a look at an update may need none. */
  services: {
    jobs: ResetJobs;
    chats: Tell<ResetEvent>;
    members: Members;
    identityChanges: IdentityChanges;
    limits: Limits;
    requests: StaffRequests;
    audit: Audit;
    alerts: Alerts;
  };
}

/** The same, laid out for work: all rows it may touch, all inside the one transaction. */
export interface ResetDeps extends Readonly<ResetParts['services']> {
  readonly keyring: Keyring;
  readonly policy: Policy;
  readonly access: AccessStore;
  readonly boundChats: BoundChatStore;
  readonly challenges: ChallengeStore;
  readonly quotas: QuotaStore;
  readonly standings: StandingStore;
  readonly ledger: LedgerStore;
  readonly followUps: FollowUpStore;
  /** Says what became of a recovery to whoever counts. */
  readonly countOutcome: (outcome: RecoveryOutcome, reset: PasswordReset) => void;
  readonly now: () => Date;
  /** A new random id of 128 bits, in hex. */
  readonly id: () => string;
  readonly reference: () => string;
}

const idBytes = 16;

export function makeResetDeps(parts: ResetParts): ResetDeps {
  const { tx, keyring, clock, random, policy, services, onOutcome } = parts;
  return lazily<ResetDeps>({
    keyring: () => keyring,
    policy: () => policy,
    jobs: () => services.jobs,
    chats: () => services.chats,
    members: () => services.members,
    identityChanges: () => services.identityChanges,
    limits: () => services.limits,
    requests: () => services.requests,
    audit: () => services.audit,
    alerts: () => services.alerts,
    access: () => makeAccessStore(tx),
    boundChats: () => makeBoundChatStore(tx),
    challenges: () => makeChallengeStore(tx),
    quotas: () => makeQuotaStore(tx, policy.resetsPerPeriod),
    standings: () => makeStandingStore(tx, policy.resetsPerPeriod),
    ledger: () => makeLedgerStore(tx),
    followUps: () => makeFollowUpStore(tx),
    countOutcome:
      () =>
      (outcome, { reservedAt }) =>
        onOutcome?.(outcome, (clock.now().getTime() - reservedAt.getTime()) / second),
    now: () => () => clock.now(),
    id: () => () => random.bytes(idBytes).toString('hex'),
    reference: () => () => makeReference(random),
  });
}
