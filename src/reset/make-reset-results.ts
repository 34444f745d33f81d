import { lookAfter, passwordSeen } from './after-recovery.js';
import { afterBlindMiss } from './after-blind-miss.js';
import { sendBlind } from './behind-blind.js';
import { askAgain, outcomeAnswered } from './ask-again.js';
import { endUnusedChats } from './bound-chats.js';
import type { ResetDeps } from './deps.js';
import { tellCalm } from './guesses.js';
import { accountLocked } from './lock-account.js';
import { resetAnswered } from './portal-answers.js';
import { sendNotDelivered } from './send-not-delivered.js';
import { sendRefused } from './send-refused.js';
import type { ResetResults } from './service.js';
import { tellIdentityChanges } from './tell-identity-changes.js';

/** The outside's side of the heart, for one transaction. */
export const makeResetResults = (deps: ResetDeps): ResetResults => ({
  sendRefused: (challengeId, send) => sendRefused(deps, challengeId, send),
  blindAnswered: (order, account) => sendBlind(deps, order, account),
  blindMissed: (order) => afterBlindMiss(deps, order),
  sendNotDelivered: (undelivered) => sendNotDelivered(deps, undelivered),
  accountAnswered: ({ ticketId, chatKey }, account) =>
    deps.chats.tell(chatKey, { kind: 'portal-account', ticketId, account }, `account:${ticketId}`),
  ownerAnswered: ({ inquiryId, chatKey }, owner) =>
    deps.chats.tell(chatKey, { kind: 'mobile-owner', inquiryId, owner }, `owner:${inquiryId}`),
  resetAnswered: (resetId, answer) => resetAnswered(deps, resetId, answer),
  outcomeAnswered: (resetId, answer) => outcomeAnswered(deps, resetId, answer),
  passwordSeen: (resetId, answer) => passwordSeen(deps, resetId, answer),
  accountLocked: (order, answer) => accountLocked(deps, order, answer),
  lookAfter: () => lookAfter(deps),
  endUnusedChats: () => endUnusedChats(deps),
  expireChallenges: () => deps.challenges.expire(deps.now()),
  tellCalm: () => tellCalm(deps),
  askAgain: () => askAgain(deps),
  portalIsBack: () => deps.ledger.askNow(deps.now()),
  tellIdentityChanges: () => tellIdentityChanges(deps),
});
