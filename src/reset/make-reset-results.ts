import { makeAskAgain, makeOutcomeAnswered } from './ask-again.js';
import type { ResetResults } from './service.js';
import { makeResetAnswered } from './portal-answers.js';
import { makeSendNotDelivered } from './send-not-delivered.js';
import { makeSendRefused } from './send-refused.js';
import { makeResetDeps, type ResetParts } from './deps.js';

/** The outside's side of the heart, for one transaction. */
export function makeResetResults(parts: ResetParts): ResetResults {
  const deps = makeResetDeps(parts);
  return {
    sendRefused: makeSendRefused(deps),
    sendNotDelivered: makeSendNotDelivered(deps),
    accountAnswered: ({ ticketId, chatKey }, account) =>
      deps.chats.tell(chatKey, { kind: 'portal-account', ticketId, account }, `account:${ticketId}`),
    ownerAnswered: ({ inquiryId, chatKey }, owner) =>
      deps.chats.tell(chatKey, { kind: 'mobile-owner', inquiryId, owner }, `owner:${inquiryId}`),
    resetAnswered: makeResetAnswered(deps),
    outcomeAnswered: makeOutcomeAnswered(deps),
    expireChallenges: () => deps.challenges.expire(deps.now()),
    askAgain: makeAskAgain(deps),
  };
}
