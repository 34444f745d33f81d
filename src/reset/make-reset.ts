import { accountsIn, reportNotTheirs } from './bound-chats.js';
import { confirm } from './confirm.js';
import type { ResetDeps } from './deps.js';
import { findOpenChallenge } from './find-open.js';
import { identify } from './identify.js';
import { reportNotMe, reportNumber } from './not-me.js';
import { reportNotMyChange } from './not-my-change.js';
import { lately } from './lately.js';
import { open } from './open.js';
import { resend } from './resend.js';
import type { Reset } from './service.js';

/** The member's side of the heart, for one transaction. */
export const makeReset = (deps: ResetDeps): Reset => ({
  identify: (pair, from, card) => identify(deps, pair, from, card),
  open: (ticket, account, from, mobile) => open(deps, ticket, account, from, mobile),
  resend: (challengeId, from) => resend(deps, challengeId, from),
  confirm: (challengeId, code, from) => confirm(deps, challengeId, code, from),
  findOpenChallenge: (from) => findOpenChallenge(deps, from),
  lately: (from) => lately(deps, from),
  reportNumber: (challengeId, from) => reportNumber(deps, challengeId, from),
  reportNotMe: (resetId, from) => reportNotMe(deps, resetId, from),
  reportNotMyChange: (noticeId, from) => reportNotMyChange(deps, noticeId, from),
  accountsIn: (from) => accountsIn(deps, from),
  reportNotTheirs: (bond, from) => reportNotTheirs(deps, bond, from),
});
