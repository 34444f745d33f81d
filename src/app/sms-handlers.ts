import type { Transaction } from '../db/transaction.js';
import { makeMorningDigestPerformer } from '../handlers/digest/handler.js';
import { makeSmsCodePerformer } from '../handlers/sms/send-code.js';
import { makeSmsCreditPerformer } from '../handlers/sms/check-credit.js';
import { makeTellDelivery } from '../handlers/sms/record-delivery.js';
import { makeSmsNoticePerformer } from '../handlers/sms/send-notice.js';
import { makeSmsReportPerformer } from '../handlers/sms/take-report.js';
import { makeSmsStandingPerformer } from '../handlers/sms/provider-status.js';
import { makeSmsTestPerformer } from '../handlers/sms/send-test.js';
import { makeSmsStatusPerformer } from '../handlers/sms/ask-delivery.js';
import type { AnyPerformer } from '../outbox/handler.js';
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
