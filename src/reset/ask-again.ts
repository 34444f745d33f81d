import type { Settlement } from './service.js';
import { holdUnsettled, isTooOld, leaveToStaff, nextAsk, remember, settleDone } from './portal-answers.js';
import type { Workbench } from './deps.js';

/** So many questions go out in one transaction; the rest are due the next time. */
const batch = 100;

/** Asks the portal about every recovery whose outcome is unknown and whose question is due. */
export function makeAskAgain({ ledger, jobs, now }: Workbench): Settlement['askAgain'] {
  return async () => {
    let asked = 0;
    for (const { id } of await ledger.due(now(), batch)) {
      if (!(await ledger.takeInHand(id, now()))) continue;
      await jobs.askOutcome({ resetId: id });
      asked += 1;
    }
    return asked;
  };
}

/** The portal has answered a question about an outcome. What never arrived is sent once more under the same id. */
export function makeOutcomeAnswered(bench: Workbench): Settlement['outcomeAnswered'] {
  const { ledger, jobs } = bench;
  return async (resetId, answer) => {
    const held = await holdUnsettled(bench, resetId);
    if (!held) return;
    if (answer === 'done') return settleDone(bench, held);
    if (isTooOld(bench, held.reset)) return leaveToStaff(bench, held, 'no-clear-answer');
    if (answer === 'unknown') {
      await ledger.askLater(resetId, nextAsk(bench, held.reset));
      return;
    }
    if (!(await ledger.sendAgain(resetId))) return;
    await jobs.resetPassword({ resetId, insuredCode: held.reset.insuredCode });
    await remember(bench, 'reset-sent-again', held.reset);
  };
}
