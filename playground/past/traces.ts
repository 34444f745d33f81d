import type { PasswordReset } from '../../entities/password-reset.js';
import type { SmsMessage } from '../../entities/sms-message.js';
import type { NewLine } from '../../src/audit/writer.js';
import { auditEvent } from '../../src/audit/vocabulary.js';
import { chatKey } from '../../src/chats/address.js';
import type { Random } from '../../src/random.js';
import { makeReference } from '../../src/reference.js';
import { priceRials } from '../product.js';
import { trailTo, type Visit } from './visits.js';

/** Whose way it was, and what its numbers are made of. */
export interface Whereabouts {
  memberId: number | null;
  coverageId: number | null;
  random: Random;
  /** The bot's own id on Telegram. */
  bot: number;
}

/** What one way left behind: lines of the trail, text messages, and a recovery. */
export interface Traces {
  lines: NewLine['entry'][];
  messages: Omit<SmsMessage, 'id'>[];
  resets: PasswordReset[];
}

export function leftBehind(visit: Visit, { memberId, coverageId, random, bot }: Whereabouts): Traces {
  const { at, account, ending, insuredCode } = visit;
  const key = chatKey({ platform: 'telegram', bot: String(bot), chat: String(account) });
  const [challengeId, id] = [random.bytes(16).toString('hex'), random.bytes(16).toString('hex')];
  const reference = makeReference(random);
  const later = (step: number): Date => new Date(at.getTime() + step * 40_000);
  const lines = trailTo[ending].map((reason, step, all) => ({
    ...{ at: later(step), event: auditEvent(reason), memberId, detail: '{}' },
    actor: reason === 'reset-done' ? 'system' : `chat:${key}`,
    reference: step === all.length - 1 ? reference : null,
  }));
  const code = trailTo[ending].includes('code-sent') ? [sms('code', challengeId, later(1))] : [];
  if (ending !== 'done' || memberId === null || coverageId === null || insuredCode === null) {
    return { lines, messages: code, resets: [] };
  }
  const reset: PasswordReset = {
    ...{ id, memberId, unsettledMemberId: null, coverageId, challengeId, insuredCode, chatKey: key },
    ...{ reference, state: 'done', reservedAt: later(2), settledAt: later(3) },
    ...{ nextAskAt: null, asks: 0, staffReason: null, reportedAt: null },
    ...{ nextLookAt: null, looks: 0, seenPassword: 'changed' },
  };
  return { lines, messages: [...code, sms('notice', id, later(3))], resets: [reset] };
}

const sms = (purpose: SmsMessage['purpose'], subject: string, sentAt: Date): Omit<SmsMessage, 'id'> => ({
  ...{ purpose, subject, provider: 'kavenegar', providerId: null, state: 'accepted' },
  ...{ delivery: sentAt.getUTCMinutes() % 12 === 0 ? 'undelivered' : 'delivered' },
  ...{ priceRials, sentAt, askedAt: sentAt, nextAskAt: null },
});
