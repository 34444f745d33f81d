import type { SmsDelivery } from '../../entities/sms-message.js';
import { minute } from '../durations.js';

/** Kavenegar knows a message for 48 hours and then says that it never saw it: the last question comes before that. */
const lastAskMs = 47 * 60 * minute;

/** After which nothing more is to be heard. */
export const ends: readonly SmsDelivery[] = ['delivered', 'undelivered', 'blacklisted'];

export const isEnd = (delivery: SmsDelivery): boolean => ends.includes(delivery);

/** Soon: the code in it lives for minutes, and a member is waiting. */
export const firstDeliveryAsk = (sentAt: Date): Date => new Date(sentAt.getTime() + minute);

/** Each wait is as long as all before it together, so that two days take a dozen questions; null: enough. */
export function nextDeliveryAsk(sentAt: Date, now: Date): Date | null {
  const age = now.getTime() - sentAt.getTime();
  if (age >= lastAskMs) return null;
  return new Date(sentAt.getTime() + Math.min(2 * Math.max(age, minute), lastAskMs));
}
