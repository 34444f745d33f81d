import type { Portal, PortalCapability } from '../../portal/port.js';
import type { JobHandler } from '../../outbox/handler.js';
import type { OptionalResult, LockAnswer, LockOrder, ResetAnswer } from '../../reset/ports.js';
import type { PortalHandlerParts } from './reset.js';

export interface PortalLockParts extends PortalHandlerParts {
  /** The portal's optional calls; null while it gives no clear answer. */
  capabilities: () => Promise<readonly PortalCapability[] | null>;
}

/** With the back-off between them, about a quarter of an hour: then staff have to hear that it could not be done. */
const mostTries = 20;

const failed: LockAnswer = { lock: 'failed', sessions: 'failed' };

/** Locks an account and ends its sessions, where the portal names these calls. The same call twice is harmless by its id. */
export function makePortalLockHandler({
  portal,
  results,
  capabilities,
}: PortalLockParts): JobHandler<LockOrder, LockAnswer | null> {
  return {
    concurrency: 2,
    waitsOutside: true,
    leaseMs: 30_000,
    tries: mostTries,
    onWorkerDeath: 'retry',
    kind: 'portal-lock',
    run: async (order, { tries }) => {
      const asked = await ask(portal, await capabilities(), order);
      if (asked.unclear && tries < mostTries) return { kind: 'retry', fault: 'portal away' };
      return { kind: 'done', result: asked.result };
    },
    async onResult(tx, order, answer) {
      if (answer) await results(tx).accountLocked(order, answer);
    },
    onExhausted: () => failed,
  };
}

interface Asked {
  unclear: boolean;
  /** Null: the portal has neither call, and there is nothing to tell. */
  result: LockAnswer | null;
}

/** The lock first, so that nobody signs in between the two. */
async function ask(
  portal: Portal,
  named: readonly PortalCapability[] | null,
  { id, insuredCode }: LockOrder,
): Promise<Asked> {
  if (named === null) return { unclear: true, result: failed };
  if (named.length === 0) return { unclear: false, result: null };
  const lock = named.includes('lock-account') ? await portal.lockAccount(id, insuredCode) : null;
  const sessions = named.includes('end-sessions') ? await portal.endSessions(id, insuredCode) : null;
  return {
    unclear: lock === 'unknown' || sessions === 'unknown',
    result: { lock: resultOf(lock), sessions: resultOf(sessions) },
  };
}

function resultOf(answer: ResetAnswer | null): OptionalResult {
  if (answer === null) return 'none';
  return answer === 'done' ? 'done' : 'failed';
}
