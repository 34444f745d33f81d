import type { Transaction } from '../db/transaction.js';
import { makeMorningDigestHandler } from '../handlers/digest/handler.js';
import { makeSendCodeHandler } from '../handlers/sms/send-code.js';
import { makeCheckCreditHandler } from '../handlers/sms/check-credit.js';
import { makeRecordDelivery } from '../handlers/sms/record-delivery.js';
import { makeSendNoticeHandler } from '../handlers/sms/send-notice.js';
import { makeTakeReportHandler } from '../handlers/sms/take-report.js';
import { makeProviderStatusHandler } from '../handlers/sms/provider-status.js';
import { makeSendTestHandler } from '../handlers/sms/send-test.js';
import { makeAskDeliveryHandler } from '../handlers/sms/ask-delivery.js';
import type { AnyJobHandler } from '../outbox/handler.js';
import type { EngineParts } from './engine.js';
import { servicesIn } from './services.js';

type SmsHandlersParts = Pick<EngineParts, 'shared' | 'inTransaction' | 'sms' | 'count'>;

/** All that is done with the providers of SMS. */
export function smsHandlers({ shared, inTransaction, sms, count }: SmsHandlersParts): AnyJobHandler[] {
  const { keyring, clock, config } = shared;
  const results = (tx: Transaction) => servicesIn(shared, tx).results;
  const sent = (tx: Transaction) => servicesIn(shared, tx).sentMessages;
  const chats = (tx: Transaction) => servicesIn(shared, tx).chats;
  const alerts = (tx: Transaction) => servicesIn(shared, tx).alerts;
  const { codeDigits } = config.policy;
  const record = makeRecordDelivery({ sent, results, providers: sms.providers, count });
  return [
    makeSendCodeHandler({ sms, keyring, clock, results, sent, codeDigits }),
    makeSendNoticeHandler({ sms, sent }),
    makeAskDeliveryHandler({ sms, record }),
    makeTakeReportHandler({ inTransaction, sent, record }),
    makeProviderStatusHandler({ sms, clock, sent, chats }),
    makeSendTestHandler({ sms, sent, chats, testSends: (tx) => servicesIn(shared, tx).testSends }),
    makeMorningDigestHandler({ sms, inTransaction, services: (tx) => servicesIn(shared, tx) }),
    makeCheckCreditHandler({ sms, alerts, warnAt: config.warnAt }),
  ] as AnyJobHandler[];
}
