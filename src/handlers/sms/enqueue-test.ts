import { maskMobile } from '../../identity/mobile.js';
import type { Tell } from '../../chats/tell.js';
import type { TestSends } from '../../reset/test-sends.js';
import type { SmsTestWanted } from '../../staff/sms-actions.js';
import type { SmsTest, StaffEvent } from '../../staff/events.js';
import { enqueue, type OutboxParts } from '../../outbox/outbox.js';

/** What `sms-test` carries. */
export interface TestJob extends SmsTestWanted {
  /** Epoch milliseconds. */
  takenAt: number;
}

/** Counts a test message and has it sent, or tells the chat that there is none to be had. */
export async function enqueueSmsTest(
  parts: OutboxParts & { chats: Tell<StaffEvent>; testSends: TestSends },
  wanted: SmsTestWanted,
): Promise<void> {
  const { id, to, provider, chatKey } = wanted;
  const until = await parts.testSends.take(to, chatKey);
  if (until === null) {
    const payload: TestJob = { ...wanted, takenAt: parts.clock.now().getTime() };
    await enqueue(parts, { kind: 'sms-test', payload });
    return;
  }
  const test: SmsTest = { mobile: maskMobile(to), provider, result: 'budget', until };
  await parts.chats.tell(chatKey, { kind: 'staff-sms-tested', ...test }, `sms-test:${id}`);
}
