import type { Transaction } from '../../db/transaction.js';
import { maskMobile } from '../../identity/mobile.js';
import type { Tell } from '../../chats/tell.js';
import type { TestSends } from '../../reset/test-sends.js';
import type { SendResult, SmsGateway } from '../../sms/gateway.js';
import type { SentMessages } from '../../sent-messages/sent-messages.js';
import type { SmsTest, StaffEvent } from '../../staff/events.js';
import type { JobOutcome, JobHandler } from '../../outbox/handler.js';
import type { TestJob } from './enqueue-test.js';

export interface SendTestParts {
  sms: Pick<SmsGateway, 'sendNotice'>;
  sent: (tx: Transaction) => SentMessages;
  chats: (tx: Transaction) => Tell<StaffEvent>;
  testSends: (tx: Transaction) => TestSends;
}

/** Sends one test message, once, and tells whoever asked for it what came of it. */
export function makeSendTestHandler(parts: SendTestParts): JobHandler<TestJob, SendResult> {
  const { sms, sent, chats, testSends } = parts;
  return {
    concurrency: 2,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: 1,
    onWorkerDeath: 'quarantine',
    kind: 'sms-test',
    run: async ({ id, to, provider }) => {
      const message = { to, notice: 'test', reference: `${id}-test` } as const;
      return outcomeOf(await sms.sendNotice(message, provider === null ? {} : { only: provider }));
    },
    async onResult(tx, { id, to, provider, chatKey, takenAt }, sending) {
      await sent(tx).record({ purpose: 'test', subject: id, result: sending });
      const result = resultOf(sending);
      if (result !== 'accepted' && result !== 'doubt')
        await testSends(tx).giveBack(to, chatKey, new Date(takenAt));
      const test: SmsTest = {
        mobile: maskMobile(to),
        provider: sending.through ?? provider,
        result,
        until: 0,
      };
      await chats(tx).tell(chatKey, { kind: 'staff-sms-tested', ...test }, `sms-test:${id}`);
    },
    onExhausted: () => null,
  };
}

function outcomeOf(result: SendResult): JobOutcome<SendResult> {
  if (result.kind === 'accepted') return { kind: 'done', result };
  const kind = result.kind === 'unavailable' && result.maybeSent ? 'unknown' : 'failed';
  return { kind, fault: result.fault, result };
}

function resultOf(result: SendResult): SmsTest['result'] {
  if (result.kind === 'accepted') return 'accepted';
  if (result.kind === 'refused') return result.reason;
  return result.maybeSent ? 'doubt' : 'away';
}
