import { makeAskAgain, makeOutcomeAnswered } from './ask-again.js';
import type { Settlement } from './service.js';
import { makeResetAnswered } from './portal-answers.js';
import { makeSendNotDelivered } from './send-not-delivered.js';
import { makeSendRefused } from './send-refused.js';
import { layOut, type ResetParts } from './deps.js';

/** The outside's side of the heart, for one transaction. */
export function makeSettlement(parts: ResetParts): Settlement {
  const bench = layOut(parts);
  return {
    sendRefused: makeSendRefused(bench),
    sendNotDelivered: makeSendNotDelivered(bench),
    accountAnswered: ({ ticketId, chatKey }, account) =>
      bench.chats.tell(chatKey, { kind: 'portal-account', ticketId, account }, `account:${ticketId}`),
    ownerAnswered: ({ inquiryId, chatKey }, owner) =>
      bench.chats.tell(chatKey, { kind: 'mobile-owner', inquiryId, owner }, `owner:${inquiryId}`),
    resetAnswered: makeResetAnswered(bench),
    outcomeAnswered: makeOutcomeAnswered(bench),
    expireChallenges: () => bench.challenges.expire(bench.now()),
    askAgain: makeAskAgain(bench),
  };
}
