import { makeAlerts, type Alerts } from '../alerts/alerts.js';
import { makeWatch, type Watch } from '../alerts/watch.js';
import { makeAudit, type Audit } from '../audit/audit.js';
import { makeAuditChain, type AuditChain } from '../audit/sealer.js';
import { makeTell } from '../intake/enqueue-event.js';
import { makeChatRepository } from '../chats/store.js';
import type { ChatRepository } from '../chats/chats.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import type { Transaction } from '../db/transaction.js';
import type { Dialogues } from '../dialogues/dialogues.js';
import { makeDialogues } from '../dialogues/store.js';
import type { Keyring } from '../keys/keyring.js';
import { makeMembers, type Members } from '../members/members.js';
import { makeResetJobs } from '../handlers/reset/enqueue.js';
import { enqueueFile } from '../handlers/files/enqueue.js';
import { enqueueImport } from '../handlers/import/enqueue.js';
import { enqueueDigest } from '../handlers/digest/enqueue.js';
import { enqueueProbe, type ProbeKind } from '../handlers/recurring.js';
import { enqueueDeliveryQuestions } from '../handlers/sms/enqueue-questions.js';
import { enqueueSmsTest } from '../handlers/sms/enqueue-test.js';
import { enqueueTrailCheck } from '../handlers/audit/enqueue.js';
import { enqueue } from '../outbox/outbox.js';
import type { Random } from '../random.js';
import { makeStaffOverride } from '../reset/staff-override.js';
import { makeReset } from '../reset/make-reset.js';
import { makeResetResults } from '../reset/make-reset-results.js';
import type { Tell } from '../chats/tell.js';
import { makeTestSends, type TestSends } from '../reset/test-sends.js';
import type { Reset, ResetResults } from '../reset/service.js';
import { makeSentMessages, type SentMessages } from '../sent-messages/sent-messages.js';
import { makeStaffServices, type StaffServices } from '../staff/services.js';
import { smsTerms } from './vendors.js';
import type { ChatEvent } from '../chat/events.js';

/** What the rooms offer within one transaction. */
export interface Services {
  reset: Reset;
  results: ResetResults;
  members: Members;
  chats: Tell<ChatEvent>;
  chatRepository: ChatRepository;
  dialogues: Dialogues;
  audit: Audit;
  sealer: AuditChain;
  staff: StaffServices;
  sentMessages: SentMessages;
  alerts: Alerts;
  watch: Watch;
  /** Sends one out, unless the last one has not come back yet; returns how many went. */
  enqueueProbe(kind: ProbeKind): Promise<number>;
  /** Has yesterday's digest made, once a day and if it is wanted; returns how many were ordered. */
  enqueueDigest(): Promise<number>;
  testSends: TestSends;
  /** Sends out the questions that are due about messages whose end is not known; returns how many. */
  enqueueDeliveryQuestions(): Promise<number>;
}

/** What all transactions share. */
export interface SharedDeps {
  config: Config;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  dialogueVersion: string;
}

export function servicesIn(shared: SharedDeps, tx: Transaction): Services {
  const { config, keyring, clock, random, dialogueVersion } = shared;
  const within = { tx, keyring, clock, random };
  const chats = makeTell(within);
  const sentMessages = makeSentMessages({ ...within, terms: smsTerms(config.sms) });
  const heart = { ...within, policy: config.policy, jobs: makeResetJobs(within), chats };
  const [members, audit, sealer] = [makeMembers(within), makeAudit(within), makeAuditChain(within)];
  const alerts = makeAlerts({ ...within, chats, audit });
  return {
    reset: makeReset(heart),
    results: makeResetResults(heart),
    members,
    chats,
    chatRepository: makeChatRepository(within),
    audit,
    sealer,
    sentMessages,
    alerts,
    watch: makeWatch({ ...within, alerts, warnAt: config.warnAt }),
    enqueueDigest: async () => (config.morningDigest ? enqueueDigest(within) : 0),
    enqueueProbe: (kind) => enqueueProbe(within, kind),
    testSends: makeTestSends(heart),
    enqueueDeliveryQuestions: () => enqueueDeliveryQuestions(within, sentMessages),
    staff: makeStaffServices({
      ...{ ...within, chats, members, audit, override: makeStaffOverride(heart) },
      insuredCodePattern: config.insuredCodePattern,
      importPolicy: config.importPolicy,
      checkTrail: (asked) => enqueueTrailCheck(within, asked),
      requestDocument: (wanted) => enqueueFile(within, wanted),
      orderList: (task) => enqueueImport(within, task),
      smsProviders: config.sms.map(({ name }) => name),
      testSms: (wanted) => enqueueSmsTest({ ...within, chats, testSends: makeTestSends(heart) }, wanted),
      askSms: async (chatKey, id) => {
        await enqueue(within, { kind: 'sms-standing', payload: { chatKey, id } });
      },
    }),
    dialogues: makeDialogues({ ...within, life: config.dialogue, version: dialogueVersion }),
  };
}
