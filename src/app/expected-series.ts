import type { SmsDelivery } from '../../entities/sms-message.js';
import type { Labels, Metrics } from '../metrics.js';
import type { PlatformName } from '../platforms.js';
import type { Finish } from '../outbox/finish.js';
import type { OwnerAnswer, RecoveryOutcome } from '../reset/ports.js';

export interface CountedParts {
  platforms: readonly PlatformName[];
  jobKinds: readonly string[];
  smsProviders: readonly string[];
}

/** A poll waits for as long as nobody writes, so its time says nothing. */
export const waits = new Set(['getUpdates']);

/** What the bot calls in its day's work; whatever else it calls begins with its first call. */
const methods = [
  ...['getUpdates', 'sendMessage', 'editMessageText', 'editMessageReplyMarkup', 'deleteMessage'],
  ...['answerCallbackQuery', 'sendChatAction', 'sendDocument', 'sendPhoto', 'getFile', 'file'],
];
/** Other refusals are rare enough to begin when they come. */
const answers = ['ok', 'silent', '400', '403', '429'];
const updates = ['received', 'repeated', 'refused', 'handled', 'parked'];
const tries: readonly Finish['state'][] = ['done', 'failed', 'doubt', 'waiting'];
const owners: readonly OwnerAnswer[] = ['match', 'mismatch', 'unknown'];
const outcomes: readonly RecoveryOutcome[] = ['done', 'given-back', 'kept', 'with-staff'];
const deliveries: readonly SmsDelivery[] = [
  ...(['queued', 'sent', 'delivered', 'undelivered', 'blacklisted', 'unknown'] as const),
];

/** Begins all that a process with these parts is going to count. */
export function expectSeries({ expect }: Metrics, { platforms, jobKinds, smsProviders }: CountedParts): void {
  const calls = every({ platform: platforms, method: methods });
  expect('updates_total', every({ result: updates }));
  expect('errands_total', every({ kind: jobKinds, result: tries }));
  expect('messenger_calls_total', every({ platform: platforms, method: methods, result: answers }));
  expect(
    'messenger_call_seconds',
    calls.filter(({ method = '' }) => !waits.has(method)),
  );
  expect('owner_answers_total', every({ owner: owners }));
  expect('recoveries_total', every({ outcome: outcomes }));
  expect('recovery_seconds', [{}]);
  expect('sms_deliveries_total', every({ provider: smsProviders, delivery: deliveries }));
}

/** Each value of each label with each of the others, the labels in this order. */
const every = (labels: Readonly<Record<string, readonly string[]>>): Labels[] =>
  Object.entries(labels).reduce<Labels[]>(
    (sofar, [name, values]) =>
      sofar.flatMap((before) => values.map((value) => ({ ...before, [name]: value }))),
    [{}],
  );
