import { makeAlerts, type Alerts } from '../alerts/alerts.js';
import { makeWatch, type Watch } from '../alerts/watch.js';
import { makeAudit, type Audit } from '../audit/audit.js';
import { makeSealer, type Sealer } from '../audit/sealer.js';
import { makeChats } from '../intake/enqueue-event.js';
import { makeChatBook } from '../chats/store.js';
import type { ChatBook } from '../chats/chats.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import type { Transaction } from '../db/transaction.js';
import type { Dialogues } from '../dialogues/dialogues.js';
import { makeDialogues } from '../dialogues/store.js';
import type { Keyring } from '../keys/keyring.js';
import { makeMembers, type Members } from '../members/members.js';
import { makeErrands } from '../handlers/reset/enqueue.js';
import { orderFile } from '../handlers/files/enqueue.js';
import { orderList } from '../handlers/import/enqueue.js';
import { orderDigest } from '../handlers/digest/enqueue.js';
import { sendPatrol, type PatrolKind } from '../handlers/recurring.js';
import { askAboutSms } from '../handlers/sms/enqueue-questions.js';
import { orderSmsTest } from '../handlers/sms/enqueue-test.js';
import { orderTrailCheck } from '../handlers/audit/enqueue.js';
import { writeErrand } from '../outbox/outbox.js';
import type { Random } from '../random.js';
import { makeOverrule } from '../reset/staff-override.js';
import { makeReset } from '../reset/make-reset.js';
import { makeSettlement } from '../reset/make-reset-results.js';
import type { Chats } from '../reset/ports.js';
import { makeTestSends, type TestSends } from '../reset/test-sends.js';
import type { Reset, Settlement } from '../reset/service.js';
import { makeSmsBook, type SmsBook } from '../sent-messages/sent-messages.js';
import { makeStaffRoom, type StaffRoom } from '../staff/services.js';
import { smsTerms } from './vendors.js';

/** What the rooms offer within one transaction. */
export interface Services {
  reset: Reset;
  settlement: Settlement;
  members: Members;
  chats: Chats;
  chatBook: ChatBook;
  dialogues: Dialogues;
  audit: Audit;
  sealer: Sealer;
  staff: StaffRoom;
  smsBook: SmsBook;
  alerts: Alerts;
  watch: Watch;
  /** Sends one out, unless the last one has not come back yet; returns how many went. */
  sendPatrol(kind: PatrolKind): Promise<number>;
  /** Has yesterday's digest made, once a day and if it is wanted; returns how many were ordered. */
  orderDigest(): Promise<number>;
  testSends: TestSends;
  /** Sends out the questions that are due about messages whose end is not known; returns how many. */
  askAboutSms(): Promise<number>;
}

/** What all transactions share. */
export interface Ground {
  config: Config;
  keyring: Keyring;
  clock: Clock;
  random: Random;
  dialogueVersion: string;
}

export function servicesIn(ground: Ground, tx: Transaction): Services {
  const { config, keyring, clock, random, dialogueVersion } = ground;
  const within = { tx, keyring, clock, random };
  const chats = makeChats(within);
  const smsBook = makeSmsBook({ ...within, terms: smsTerms(config.sms) });
  const heart = { ...within, policy: config.policy, errands: makeErrands(within), chats };
  const [members, audit, sealer] = [makeMembers(within), makeAudit(within), makeSealer(within)];
  const alerts = makeAlerts({ ...within, chats, audit });
  return {
    reset: makeReset(heart),
    settlement: makeSettlement(heart),
    members,
    chats,
    chatBook: makeChatBook(within),
    audit,
    sealer,
    smsBook,
    alerts,
    watch: makeWatch({ ...within, alerts, warnAt: config.warnAt }),
    orderDigest: async () => (config.morningDigest ? orderDigest(within) : 0),
    sendPatrol: (kind) => sendPatrol(within, kind),
    testSends: makeTestSends(heart),
    askAboutSms: () => askAboutSms(within, smsBook),
    staff: makeStaffRoom({
      ...{ ...within, chats, members, audit, overrule: makeOverrule(heart) },
      insuredCodePattern: config.insuredCodePattern,
      importPolicy: config.importPolicy,
      checkTrail: (asked) => orderTrailCheck(within, asked),
      orderFile: (wanted) => orderFile(within, wanted),
      orderList: (task) => orderList(within, task),
      smsProviders: config.sms.map(({ name }) => name),
      testSms: (wanted) => orderSmsTest({ ...within, chats, testSends: makeTestSends(heart) }, wanted),
      askSms: async (chatKey, id) => {
        await writeErrand(within, { kind: 'sms-standing', payload: { chatKey, id } });
      },
    }),
    dialogues: makeDialogues({ ...within, life: config.dialogue, version: dialogueVersion }),
  };
}
