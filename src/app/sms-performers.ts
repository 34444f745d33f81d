import type { Transaction } from '../db/transaction.js';
import { makeMorningDigestPerformer } from '../outbox/performers/morning-digest.js';
import { makeSmsCodePerformer } from '../outbox/performers/sms-code.js';
import { makeSmsCreditPerformer } from '../outbox/performers/sms-credit.js';
import { makeTellDelivery } from '../outbox/performers/sms-delivery.js';
import { makeSmsNoticePerformer } from '../outbox/performers/sms-notice.js';
import { makeSmsReportPerformer } from '../outbox/performers/sms-report.js';
import { makeSmsStandingPerformer } from '../outbox/performers/sms-standing.js';
import { makeSmsTestPerformer } from '../outbox/performers/sms-test.js';
import { makeSmsStatusPerformer } from '../outbox/performers/sms-status.js';
import type { AnyPerformer } from '../outbox/performer.js';
import type { EngineParts } from './engine.js';
import { servicesIn } from './services.js';

type SmsPerformersParts = Pick<EngineParts, 'ground' | 'inTransaction' | 'sms' | 'count'>;

/** All that is done with the providers of SMS. */
export function smsPerformers({ ground, inTransaction, sms, count }: SmsPerformersParts): AnyPerformer[] {
  const { keyring, clock, config } = ground;
  const settle = (tx: Transaction) => servicesIn(ground, tx).settlement;
  const book = (tx: Transaction) => servicesIn(ground, tx).smsBook;
  const chats = (tx: Transaction) => servicesIn(ground, tx).chats;
  const alerts = (tx: Transaction) => servicesIn(ground, tx).alerts;
  const { codeDigits } = config.policy;
  const tell = makeTellDelivery({ book, settle, providers: sms.providers, count });
  return [
    makeSmsCodePerformer({ sms, keyring, clock, settle, book, codeDigits }),
    makeSmsNoticePerformer({ sms, book }),
    makeSmsStatusPerformer({ sms, tell }),
    makeSmsReportPerformer({ inTransaction, book, tell }),
    makeSmsStandingPerformer({ sms, clock, book, chats }),
    makeSmsTestPerformer({ sms, book, chats, testSends: (tx) => servicesIn(ground, tx).testSends }),
    makeMorningDigestPerformer({ sms, inTransaction, rooms: (tx) => servicesIn(ground, tx) }),
    makeSmsCreditPerformer({ sms, alerts, warnAt: config.warnAt }),
  ] as AnyPerformer[];
}
