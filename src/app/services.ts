import { makeAlerts, type Alerts } from '../alerts/alerts.js';
import { makeWatch, type Watch } from '../alerts/watch.js';
import { makeAudit, type Audit } from '../audit/audit.js';
import { makeAuditChain, type AuditChain } from '../audit/sealer.js';
import type { ChatEvent } from '../chat/events.js';
import type { ChatRepository } from '../chats/chats.js';
import { makeChatRepository } from '../chats/store.js';
import type { Tell } from '../chats/tell.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { afterCommit, type Batch } from '../db/after-commit.js';
import type { Transaction } from '../db/transaction.js';
import type { Dialogues } from '../dialogues/dialogues.js';
import { makeDialogues } from '../dialogues/store.js';
import { enqueueDigest } from '../handlers/digest/enqueue.js';
import { enqueueProbe, type ProbeKind } from '../handlers/recurring.js';
import { makeResetJobs } from '../handlers/reset/enqueue.js';
import { enqueueDeliveryQuestions } from '../handlers/sms/enqueue-questions.js';
import type { TurnStart } from '../intake/update-handler.js';
import { makeTell, makeTellAtEnd, type Told } from '../intake/enqueue-event.js';
import type { Keyring } from '../keys/keyring.js';
import type { HandOver } from '../outbox/hand-over.js';
import { lazily } from '../lazy.js';
import { makeLimits, type Limits } from '../limits/limits.js';
import { makeIdentityChanges, type IdentityChanges } from '../members/identity-changes.js';
import { forgetLeavers } from '../members/forget-leavers.js';
import { makeForgetting, type Forgetting } from '../members/forget.js';
import { makeMembers, type Members } from '../members/members.js';
import { makePeople, type People } from '../people/people.js';
import { makeSecondPersons, type SecondPersons } from '../people/second-persons.js';
import type { Random } from '../random.js';
import { makeStaffRequests, type StaffRequests } from '../requests/requests.js';
import { makeResetDeps, type ResetDeps } from '../reset/deps.js';
import { makeResetResults } from '../reset/make-reset-results.js';
import { makeReset } from '../reset/make-reset.js';
import type { OnOutcome, ResetJobs } from '../reset/ports.js';
import type { Reset, ResetResults } from '../reset/service.js';
import { makeTestSends, type TestSends } from '../reset/test-sends.js';
import { makeSentMessages, type SentMessages } from '../sent-messages/sent-messages.js';
import { makeMaintenance, type Maintenance } from '../staff/maintenance.js';
import { makeMutes, type Mutes } from '../staff/mutes.js';
import type { StaffServices } from '../staff/services.js';
import { staffServicesIn } from './staff-services.js';
import { smsTerms } from './vendors.js';

/** What the rooms offer within one transaction; each is made when it is first asked for, and then shared. */
export interface Services {
  readonly reset: Reset;
  readonly results: ResetResults;
  readonly resetDeps: ResetDeps;
  readonly jobs: ResetJobs;
  readonly members: Members;
  readonly identityChanges: IdentityChanges;
  readonly forgetting: Forgetting;
  readonly limits: Limits;
  readonly people: People;
  readonly secondPersons: SecondPersons;
  readonly requests: StaffRequests;
  readonly maintenance: Maintenance;
  readonly mutes: Mutes;
  readonly chats: Tell<ChatEvent>;
  readonly chatRepository: ChatRepository;
  readonly dialogues: Dialogues;
  readonly audit: Audit;
  readonly auditChain: AuditChain;
  readonly staff: StaffServices;
  readonly sentMessages: SentMessages;
  readonly alerts: Alerts;
  readonly watch: Watch;
  readonly testSends: TestSends;
  /** Sends one out, unless the last one has not come back yet; returns how many went. */
  readonly enqueueProbe: (kind: ProbeKind) => Promise<number>;
  /** Has yesterday's digest made, once a day and if it is wanted; returns how many were ordered. */
  readonly enqueueDigest: () => Promise<number>;
  /** Forgets some of those whose cover ended long ago; returns how many. */
  readonly forgetLeavers: () => Promise<number>;
  /** Is this the first of its kind in this chat within so many milliseconds? Counts it. */
  readonly firstIn: (chatKey: string, what: string, windowMs: number) => Promise<boolean>;
  /** Sends out the questions that are due about messages whose end is not known; returns how many. */
  readonly enqueueDeliveryQuestions: () => Promise<number>;
}

/** What the services need of the settings. */
export type ServiceSettings = Pick<
  Config,
  | 'policy'
  | 'secondPersonAfterMs'
  | 'sms'
  | 'insuredCodePattern'
  | 'facts'
  | 'warnAt'
  | 'morningDigest'
  | 'dialogue'
>;

/** What all transactions share. */
export interface SharedDeps {
  config: ServiceSettings;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  dialogueVersion: string;
  /** Told after the commit that something waits in this chat; left out where no process handles it. */
  onEnqueued?: (chatKey: string) => void;
  /** What becomes of what chats are told, at the end of the transaction; left out where it becomes rows at once. */
  toldAtEnd?: Batch<Told>;
  /** Who does here what a transaction has enqueued; left out where no process does it. */
  handOver?: HandOver;
  /** Told after the commit what became of a recovery; left out where nobody counts. */
  onOutcome?: OnOutcome | undefined;
  /** What a chat's turn has read before it is handled. */
  start?: TurnStart;
}

/** The same, with everything that the process itself is told. */
export type ProcessDeps = SharedDeps & { config: Config; handOver: HandOver };

export function servicesIn(shared: SharedDeps, tx: Transaction): Services {
  const { config, keyring, clock, random, dialogueVersion, onEnqueued, handOver, toldAtEnd } = shared;
  const within = { tx, keyring, clock, random, handOver };
  const services: Services = lazily<Services>({
    reset: () => makeReset(services.resetDeps),
    results: () => makeResetResults(services.resetDeps),
    resetDeps: () =>
      makeResetDeps({ ...within, policy: config.policy, services, onOutcome: onceCommitted(shared, tx) }),
    jobs: () => makeResetJobs(within),
    members: () => makeMembers(within),
    forgetting: () => makeForgetting(within),
    identityChanges: () => makeIdentityChanges({ ...within, coolOffMs: config.policy.numberCoolOffMs }),
    limits: () => makeLimits(within),
    people: () => makePeople(within),
    secondPersons: () =>
      makeSecondPersons({ people: services.people, clock, afterMs: config.secondPersonAfterMs }),
    requests: () => makeStaffRequests({ ...within, chats: services.chats, people: services.people }),
    maintenance: () => makeMaintenance(within),
    mutes: () =>
      makeMutes({ ...within, limits: services.limits, audit: services.audit, people: services.people }),
    chats: () =>
      toldAtEnd ? makeTellAtEnd({ ...within, onEnqueued }, toldAtEnd) : makeTell({ ...within, onEnqueued }),
    chatRepository: () => makeChatRepository({ tx, known: shared.start?.chat }),
    dialogues: () =>
      makeDialogues({
        ...{ ...within, life: config.dialogue, version: dialogueVersion },
        known: shared.start && { chatKey: shared.start.chat.chatKey, row: shared.start.dialogue },
      }),
    audit: () => makeAudit(within),
    auditChain: () => makeAuditChain(within),
    staff: () => staffServicesIn(shared, tx, services),
    sentMessages: () => makeSentMessages({ ...within, terms: smsTerms(config.sms) }),
    alerts: () =>
      makeAlerts({ tx, clock, chats: services.chats, audit: services.audit, people: services.people }),
    watch: () => makeWatch({ ...within, alerts: services.alerts, warnAt: config.warnAt }),
    testSends: () => makeTestSends(services.resetDeps),
    enqueueProbe: () => (kind) => enqueueProbe(within, kind),
    forgetLeavers: () => () => forgetLeavers(services, config.facts.keptDays),
    enqueueDigest: () => async () => (config.morningDigest ? enqueueDigest(within) : 0),
    firstIn: () => async (chatKey, what, windowMs) => {
      const key = `once:${keyring.index('limit', `${chatKey} ${what}`)}`;
      return (await services.limits.take({ key, most: 1, windowMs })).ok;
    },
    enqueueDeliveryQuestions: () => () => enqueueDeliveryQuestions(within, services.sentMessages),
  });
  return services;
}

const onceCommitted = ({ onOutcome }: SharedDeps, tx: Transaction): OnOutcome | undefined =>
  onOutcome && ((outcome, seconds) => afterCommit(tx, () => onOutcome(outcome, seconds)));
