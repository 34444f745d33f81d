import type { SmsDeliveries, StaffEvent } from '../../staff/events.js';
import type { Paragraph, Message, Messages } from '../../chat/reply.js';

/** How SMS stands, provider by provider. */
export function renderSmsStatus({
  standings,
  sent,
  failed,
  doubt,
}: StaffEvent & { kind: 'staff-sms' }): Messages {
  const providers = standings.map(({ name, breaker, credit, deliveries }): Paragraph => {
    const provider = { kind: `sms-provider-${name}` };
    const left = { left: credit?.left ?? 0, unit: credit?.unit ?? 'unknown' };
    return { lines: [{ kind: 'sms-line', provider, name, breaker, ...left }, ...deliveryLines(deliveries)] };
  });
  return [
    'sms-title',
    ...(providers.length > 0 ? providers : ['sms-no-provider']),
    { kind: 'sms-counts', sent, failed, doubt },
  ];
}

function deliveryLines(deliveries: SmsDeliveries): Message[] {
  const { delivered, undelivered, blacklisted, unknown } = deliveries;
  const known = delivered + undelivered + blacklisted;
  if (known === 0) return unknown === 0 ? [] : [{ kind: 'sms-deliveries-unknown', unknown }];
  return [{ kind: 'sms-deliveries', rate: Math.floor((100 * delivered) / known), ...deliveries }];
}

/** What came of a test message. */
export function renderSmsTest({
  mobile,
  provider,
  result,
  until,
}: StaffEvent & { kind: 'staff-sms-tested' }): Message {
  const named = { kind: provider === null ? 'sms-provider-none' : `sms-provider-${provider}` };
  return { kind: 'sms-tested', mobile, provider: named, result, until };
}
