import type { SmsState } from '../../entities/sms-message.js';
import type { SmsCount } from './store.js';

const sum = (counts: readonly SmsCount[]): number => counts.reduce((whole, { count }) => whole + count, 0);

/** How many of these have come to this state. */
export const totalOf = (counts: readonly SmsCount[], state: SmsState): number =>
  sum(counts.filter((one) => one.state === state));

/** What became of those that a provider has taken. Whatever is still on its way is not known. */
export function deliveriesOf(counts: readonly SmsCount[], provider: string) {
  const taken = counts.filter((one) => one.provider === provider && one.state === 'accepted');
  const ended = (delivery: SmsCount['delivery']) => sum(taken.filter((one) => one.delivery === delivery));
  const ends = {
    delivered: ended('delivered'),
    undelivered: ended('undelivered'),
    blacklisted: ended('blacklisted'),
  };
  return { ...ends, unknown: sum(taken) - ends.delivered - ends.undelivered - ends.blacklisted };
}

/** Codes that providers took, or may have taken, and those of them that are said to have arrived. */
export function codesIn(counts: readonly SmsCount[]): { codes: number; delivered: number } {
  const sent = counts.filter(({ purpose, state }) => purpose === 'code' && state !== 'refused');
  return { codes: sum(sent), delivered: sum(sent.filter(({ delivery }) => delivery === 'delivered')) };
}

/** What all of them cost, in rials; null where no price is known. */
export function costOf(counts: readonly SmsCount[]): number | null {
  const costs = counts.flatMap(({ costRials }) => costRials ?? []);
  return costs.length === 0 ? null : costs.reduce((whole, cost) => whole + cost, 0);
}
