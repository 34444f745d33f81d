import { makeConfirm } from './confirm.js';
import { makeIdentify } from './identify.js';
import { makeAbandon, makeOpenChallenge } from './abandon.js';
import { makeOpen } from './open.js';
import { makeReportNotMe, makeReportNumber } from './not-me.js';
import { makeResend } from './resend.js';
import type { Reset } from './service.js';
import { layOut, type ResetParts } from './deps.js';

/** The member's side of the heart, for one transaction. */
export function makeReset(parts: ResetParts): Reset {
  const bench = layOut(parts);
  return {
    identify: makeIdentify(bench),
    open: makeOpen(bench),
    resend: makeResend(bench),
    confirm: makeConfirm(bench),
    abandon: makeAbandon(bench),
    openChallenge: makeOpenChallenge(bench),
    reportNumber: makeReportNumber(bench),
    reportNotMe: makeReportNotMe(bench),
  };
}
