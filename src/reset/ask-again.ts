import { lockUnsettled, isTooOld, leaveToStaff, nextAsk, auditReset, markDone } from './portal-answers.js';
import type { ResetDeps } from './deps.js';
import type { OutcomeAnswer } from './ports.js';

/** So many questions go out in one transaction; the rest are due the next time. */
const batch = 100;

/** Asks the portal about every recovery whose outcome is unknown and whose question is due. */
export async function askAgain(deps: ResetDeps): Promise<number> {
  const { ledger, jobs, now } = deps;
  let asked = 0;
  for (const { id } of await ledger.due(now(), batch)) {
    if (!(await ledger.claimQuestion(id, now()))) continue;
    await jobs.askOutcome({ resetId: id });
    asked += 1;
  }
  return asked;
}

/** The portal has answered a question about an outcome. What never arrived is sent once more under the same id. */
export async function outcomeAnswered(
  deps: ResetDeps,
  resetId: string,
  answer: OutcomeAnswer,
): Promise<void> {
  const { ledger, jobs } = deps;
  const held = await lockUnsettled(deps, resetId);
  if (!held) return;
  if (answer === 'done') return markDone(deps, held);
  if (isTooOld(deps, held.reset)) return leaveToStaff(deps, held, 'no-clear-answer');
  if (answer === 'unknown') {
    await ledger.askLater(resetId, nextAsk(deps, held.reset));
    return;
  }
  if (!(await ledger.sendAgain(resetId))) return;
  await jobs.resetPassword({ resetId, insuredCode: held.reset.insuredCode });
  await auditReset(deps, 'reset-sent-again', held.reset);
}
