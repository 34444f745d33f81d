import type { Transaction } from '../../db/transaction.js';
import { maskMobile } from '../../identity/mobile.js';
import type { Chats } from '../../reset/ports.js';
import type { TestSends } from '../../reset/test-sends.js';
import type { Passage, SmsGateway } from '../../sms/gateway.js';
import type { SmsBook } from '../../sent-messages/sent-messages.js';
import type { SmsTest } from '../../staff/events.js';
import type { JobOutcome, JobHandler } from '../../outbox/handler.js';
import type { TestJob } from './enqueue-test.js';

export interface SendTestParts {
  sms: Pick<SmsGateway, 'sendNotice'>;
  sent: (tx: Transaction) => SmsBook;
  chats: (tx: Transaction) => Chats;
  testSends: (tx: Transaction) => TestSends;
}

/** Sends one test message, once, and tells whoever asked for it what came of it. */
export function makeSendTestHandler(parts: SendTestParts): JobHandler<TestJob, Passage> {
  const { sms, sent, chats, testSends } = parts;
  return {
    ...{ concurrency: 2, leaseMs: 30_000, tries: 1, onWorkerDeath: 'quarantine' },
    kind: 'sms-test',
    run: async ({ id, to, provider }) => {
      const message = { to, notice: 'test', reference: `${id}-test` } as const;
      return outcomeOf(await sms.sendNotice(message, provider === null ? {} : { only: provider }));
    },
    async onResult(tx, { id, to, provider, chatKey, takenAt }, passage) {
      await sent(tx).enter({ purpose: 'test', subject: id, passage });
      const result = resultOf(passage);
      if (result !== 'accepted' && result !== 'doubt')
        await testSends(tx).giveBack(to, chatKey, new Date(takenAt));
      const test: SmsTest = {
        mobile: maskMobile(to),
        provider: passage.through ?? provider,
        result,
        until: 0,
      };
      await chats(tx).tell(chatKey, { kind: 'staff-sms-tested', ...test }, `sms-test:${id}`);
    },
    onExhausted: () => null,
  };
}

function outcomeOf(passage: Passage): JobOutcome<Passage> {
  if (passage.kind === 'accepted') return { kind: 'done', result: passage };
  const kind = passage.kind === 'unavailable' && passage.maybeSent ? 'unknown' : 'failed';
  return { kind, fault: passage.fault, result: passage };
}

function resultOf(passage: Passage): SmsTest['result'] {
  if (passage.kind === 'accepted') return 'accepted';
  if (passage.kind === 'refused') return passage.reason;
  return passage.maybeSent ? 'doubt' : 'away';
}
