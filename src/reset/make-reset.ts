import { makeConfirm } from './confirm.js';
import { makeIdentify } from './identify.js';
import { makeAbandon, makeFindOpenChallenge } from './abandon.js';
import { makeOpen } from './open.js';
import { makeReportNotMe, makeReportNumber } from './not-me.js';
import { makeResend } from './resend.js';
import type { Reset } from './service.js';
import { makeResetDeps, type ResetParts } from './deps.js';

/** The member's side of the heart, for one transaction. */
export function makeReset(parts: ResetParts): Reset {
  const deps = makeResetDeps(parts);
  return {
    identify: makeIdentify(deps),
    open: makeOpen(deps),
    resend: makeResend(deps),
    confirm: makeConfirm(deps),
    abandon: makeAbandon(deps),
    findOpenChallenge: makeFindOpenChallenge(deps),
    reportNumber: makeReportNumber(deps),
    reportNotMe: makeReportNotMe(deps),
  };
}
